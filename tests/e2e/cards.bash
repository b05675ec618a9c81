#!/usr/bin/env bash
# Wrong PINs with the tries that remain, a locked PIN with 照合番号B beside it, and a card of another kind.
source "$(dirname "$0")/parts.bash"

start_kiosk
to_pin yoshida-hanako
digits 0000
tap next
wait_for_screen 'enter_pin!'
expect_on_screen pin.tries
digits 0000
tap next
wait_for_screen 'enter_pin!'
expect can_touch pin.forgotten
tap back
wait_for_screen start
lift
sleep 1

to_pin locked-pin
wait_for_screen 'enter_pin!'
go pin.forgotten
wait_for_screen 'enter_number_b*'
digits 52070720340707
tap next
wait_for_screen confirm_card
