#!/usr/bin/env bash
# A printer that does not answer: said, the number is safe, the rest comes from a clerk.
source "$(dirname "$0")/parts.bash"

start_kiosk --printer ipp://127.0.0.1:9/ipp/print
to_review_without_card
submit
wait_for_screen 'printing!' 60
expect test "$(receptions)" -eq 1
tap stop_printing
wait_for_screen finish
go next
wait_for_screen start
