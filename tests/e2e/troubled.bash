#!/usr/bin/env bash
# One visit that meets a full disk, a dead printer and a power cut: nothing is lost and there is always a way on.
source "$(dirname "$0")/parts.bash"

mount -t tmpfs -o size=24m,mode=0700 none "$KAKANAI_STATE" 2>/dev/null || { echo "troubled: a small disk cannot be mounted here; run as root" >&2; exit 1; }
start_kiosk --printer ipp://127.0.0.1:9/ipp/print
to_review_without_card

# The disk is full: every answer is kept, and once there is room the same button stores them.
head -c 32m /dev/zero >"$KAKANAI_STATE/filler" 2>/dev/null || true
submit
wait_for_screen 'trouble!' 60
expect can_touch retry
rm "$KAKANAI_STATE/filler"
tap retry

# Nobody answers at the printer: the number is there, and nobody has to wait.
wait_for_screen 'printing!' 60
expect can_touch leave_printing
expect test "$(receptions)" -eq 1

# Killed while the number is on the screen: after the next start the reception is there, and its package.
kill -9 "$kiosk_pid"
wait "$kiosk_pid" 2>/dev/null || true
expect test "$(receptions)" -eq 1
rm -f "$tree"
start_kiosk
wait_for_screen start
released() { find "$KAKANAI_STATE/outbox" -name READY | grep -q .; }
until_true 20 released || complain "no package after the restart"
