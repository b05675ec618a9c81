#!/usr/bin/env bash
# kill -9 right after the number appears: after the next start the reception is there, with its package.
source "$(dirname "$0")/parts.bash"

start_kiosk
to_review_without_card
submit
wait_for_screen 'printing*|finish' 60 || true
until_true 60 shows '@(printing|finish)*' || complain "no number came"
kill -9 "$kiosk_pid"
wait "$kiosk_pid" 2>/dev/null || true

expect test "$(receptions)" -eq 1
rm -f "$tree"
start_kiosk
wait_for_screen start
released() { find "$KAKANAI_STATE/outbox" -name READY | grep -q .; }
until_true 20 released || complain "no package after the restart"
