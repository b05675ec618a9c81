#!/usr/bin/env bash
# The disk is full when the visit is submitted: nothing is lost, and once there is room the same button stores it.
source "$(dirname "$0")/parts.bash"

mount -t tmpfs -o size=3m,mode=0700 none "$KAKANAI_STATE" 2>/dev/null || { echo "no mount here: not tested"; exit 77; }
start_kiosk
to_review_without_card
head -c 4m /dev/zero >"$KAKANAI_STATE/filler" 2>/dev/null || true
submit
wait_for_screen 'trouble!' 60
expect can_touch retry
rm "$KAKANAI_STATE/filler"
tap retry
wait_for_screen '@(printing|finish)*' 60
expect test "$(receptions)" -eq 1
