#!/usr/bin/env bash
# The card is lifted while it is read: it is asked for again, and the same visit goes on.
source "$(dirname "$0")/parts.bash"

start_kiosk
for command in 5 7 9; do
    to_pin yoshibe --fault "removed@$command"
    digits 1234
    tap next
    until_true 20 shows '@(place_card!|enter_pin)*' || complain "lifting at command $command"
    lift
    sleep 1
    wait_for_screen 'place_card!'
    expect_on_screen trouble
    lay yoshibe
    wait_for_screen 'enter_pin*'
    digits 1234
    tap next
    wait_for_screen confirm_card
    tap stop
    tap stop.confirm
    lift
    sleep 1
done
