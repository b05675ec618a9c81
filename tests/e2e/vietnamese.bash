#!/usr/bin/env bash
# A whole visit in Vietnamese with words twice as large, by finger: every screen on the way has all it needs, and what is chosen on
# the first screen holds to the last. The slip says its own words in Vietnamese beside the Japanese.
source "$(dirname "$0")/parts.bash"

start_kiosk --printer "$KAKANAI_PRINTER"
wait_for_screen start
before="$(import -window root rgb:- | md5sum)"
tap language.vi
tap text_size
tap panel.size.200
tap panel.close
[[ "$(import -window root rgb:- | md5sum)" != "$before" ]] || complain "neither language nor size shows"
life_event=marriage
to_pin yoshida-hanako
read_card
to_review
submit
wait_for_screen finish 120
printed="$(for paper in "$out"/spool/*.pdf; do pdftotext "$paper" -; done | tr -s '[:space:]' ' ')"
[[ "$printed" == *'chưa được kiểm tra (要確認)'* ]] || complain "the slip does not say whose words these are"
go next
wait_for_screen start
echo "vietnamese: a whole visit at 200 %"
