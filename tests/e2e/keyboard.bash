#!/usr/bin/env bash
# A whole visit with the keyboard alone, from the start to the number and back: Tab, Enter, digits and letters as real X keys, no
# finger ever on the glass. Where the keyboard is can be seen.
source "$(dirname "$0")/parts.bash"
hands=keyboard
unset KAKANAI_PRINTER

start_kiosk
wait_for_screen start
before="$(import -window root rgb:- | md5sum)"
key_to event.marriage
settle 2
[[ "$(import -window root rgb:- | md5sum)" != "$before" ]] || complain "the keyboard is nowhere to be seen"
life_event=marriage
to_pin yoshida-hanako
read_card
# Back with Escape, on again with Enter: what was answered is still there.
first="$(screen)"
xdotool key Escape
wait_to_leave "$first"
wait_for_screen confirm_card
go next
wait_for_screen "$first"
to_review
# A name mended by keys.
until can_touch review.applicant.name.fix; do tap next; done
go review.applicant.name.fix
write_in applicant.name
xdotool key --delay 40 End X BackSpace
settle 2
go next
wait_for_screen review
submit
wait_for_screen finish 60
expect test "$(receptions)" -eq 1
go next
wait_for_screen start
echo "keyboard: a whole visit without a finger"
