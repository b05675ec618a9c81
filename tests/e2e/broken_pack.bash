#!/usr/bin/env bash
# A pack with an error: nobody can start, staff see file, line and column; once it is mended the kiosk opens by itself.
source "$(dirname "$0")/parts.bash"

cp -r forms/model-city "$out/pack"
sed -i '0,/^type = /s//type = "no_such_type" #/' "$out/pack/items.toml"
start_kiosk --pack "$out/pack"
wait_for_screen 'trouble!'
expect grep -qE 'items\.toml:[0-9]+:[0-9]+' "$log"
cp forms/model-city/items.toml "$out/pack/items.toml"
wait_for_screen start 20
tap event.bereavement
wait_for_screen 'place_card*'
