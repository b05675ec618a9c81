#!/usr/bin/env bash
# No way out to the desktop: Alt-F4, Ctrl-Alt-Backspace and other keys of a desktop leave the visit
# where it is. After a crash kiosk/session stands at the start screen again.
source "$(dirname "$0")/parts.bash"

KAKANAI_PROGRAM="$kakanai" kiosk/session --tree "$tree" 2>>"$log" &
kiosk_pid=$!  # end_kiosk ends the session, and with it the kiosk
until_true 20 test -s "$tree" || complain "the session did not start the kiosk"
wait_for_screen start
resident="$(pgrep -P "$kiosk_pid")"

tap event.bereavement
wait_for_screen 'place_card*'
go no_card
here="$(screen)"
window="$(xdotool search --name Kakanai | head -1)"
for key in alt+F4 alt+Tab ctrl+alt+BackSpace ctrl+alt+Delete super F11 ctrl+w ctrl+q alt+space Menu; do xdotool key "$key"; done
sleep 1
settle
kill -0 "$resident" || complain "a key of the desktop ended the kiosk"
expect shows "$here"
[[ "$(xdotool getwindowgeometry --shell "$window" | sed -n 's/^WIDTH=//p')" == "${KAKANAI_SCREEN%x*}" ]] || complain "the window is not the whole screen"

rm -f "$tree"
begun="$EPOCHSECONDS"
kill -SEGV "$resident"
until_true 20 test -s "$tree" || complain "nothing came back after a crash"
wait_for_screen start
echo "manners: back at the start $((EPOCHSECONDS - begun)) s after a crash"
expect test "$(pgrep -P "$kiosk_pid")" != "$resident"
