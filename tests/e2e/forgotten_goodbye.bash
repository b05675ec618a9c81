#!/usr/bin/env bash
# After the goodbye nothing of the visitor is left in the process, on the screen, in the state folder but for the package the
# city fetches, in the log or in a selection of X, and what the next visitor sees differs in nothing from a fresh start.
source "$(dirname "$0")/parts.bash"
source "$(dirname "$0")/traces.bash"

# The life event with the fewest questions, and papers that wait at the desk: what is tested is the goodbye.
life_event=marriage
unset KAKANAI_PRINTER
planted=(2580 '𠮷田' '花子' '書かない市緑町１丁目')
start_kiosk --silent
remember_fresh
next_visitor fresh

to_pin yoshida-hanako
read_card
to_review
submit
wait_for_screen finish 120
expect_traces "$kiosk_pid"
go next
wait_for_screen start
sleep 1
rm -r "$KAKANAI_STATE/outbox"
expect_no_trace "the goodbye" "$kiosk_pid"
next_visitor goodbye
echo "forgotten_goodbye: nothing is left after the goodbye"
