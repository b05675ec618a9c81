#!/usr/bin/env bash
# The card is lifted while it is read: it is asked for again, and the same visit goes on.
source "$(dirname "$0")/parts.bash"

start_kiosk
for command in 4 5; do
    to_pin yoshibe --fault "removed@$command"
    digits 1234
    tap next
    wait_for_screen 'place_card!' 20
    expect_on_screen trouble
    lift
    sleep 1
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
