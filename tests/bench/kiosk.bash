#!/usr/bin/env bash
# kiosk/demo OUT tests/bench/kiosk.bash OUT: how fast the kiosk is on this machine's software GL at the size of the display,
# and how little it does when nobody touches it. Prints the numbers of design.md's promises; judges nothing.
set -euo pipefail
cd "$(dirname "$0")/../.."
out="$1"
kakanai="${KAKANAI_BUILD:-build/release}/kiosk/app/kakanai"
tree="$out/.tree"
log="$out/kakanai.log"
source kiosk/hands.bash
xdotool mousemove 5 5

now_ms() { echo $((${EPOCHREALTIME/./} / 1000)); }
first_line() { { read -r line <"$tree"; } 2>/dev/null || line=""; }
# changed_after COMMAND…: ms until the first frame of another screen.
changed_after() {
    local before="$(screen)" begun line
    begun="$(now_ms)"
    "$@"
    while first_line; [[ -z "$line" || "$(cut -f2 <<<"$line")" == "$before" ]]; do :; done
    echo $(($(now_ms) - begun))
}
click() { xdotool mousemove $(awk -F'\t' -v id="$1" '$1 == id { printf "%d %d", $3 + $5 / 2, $4 + $6 / 2; exit }' "$tree") click 1; }

for run in 1 2 3; do
    rm -f "$tree"
    begun="$(now_ms)"
    "$kakanai" resident --tree "$tree" 2>>"$log" &
    kiosk_pid=$!
    while [[ ! -s "$tree" ]]; do :; done
    echo "first frame, start $run: $(($(now_ms) - begun)) ms (aim 300, promise 1000)"
    [[ $run == 3 ]] || end_kiosk
done
trap end_kiosk EXIT
settle

echo "start -> card: $(changed_after click event.bereavement) ms (promise 100, with xdotool's own start)"
settle
echo "card -> first question: $(changed_after click no_card) ms"
settle
echo "xdotool alone: $(b=$(now_ms); xdotool mousemove 5 5 click 1; echo $(($(now_ms) - b))) ms"
settle

switches() { cat /proc/"$kiosk_pid"/task/*/status | awk '/^voluntary_ctxt/ { n += $2 } END { print n }'; }
ticks() { awk '{ print $14 + $15 }' /proc/"$kiosk_pid"/stat; }
sleep 3
s0="$(switches)" t0="$(ticks)" f0="$(frame)"
sleep 20
echo "idle for 20 s: $(($(switches) - s0)) wake-ups of all threads, $(($(frame) - f0)) frames, $((($(ticks) - t0) * 10)) ms of processor time"
awk '/^VmRSS/ { printf "resident memory: %d MB at the start screen (after a visit through every screen 150 are promised, and held by tests/e2e/whole_visit)\n", $2 / 1024 }' /proc/"$kiosk_pid"/status
