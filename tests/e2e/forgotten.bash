#!/usr/bin/env bash
# Four ways to leave: the goodbye (forgotten_goodbye.bash), and here a stop, a time-out and a crash. After each, nothing of the
# visitor is left in the process, on the screen, in the state folder, in the log or in a selection of X, and what the next
# visitor sees differs in nothing from a fresh start.
source "$(dirname "$0")/parts.bash"
source "$(dirname "$0")/traces.bash"

# Card, PIN, a word typed into a name and one into an address, where kana are offered as kanji.
begin_visit() {
    to_pin yoshida-hanako
    read_card
    wait_for_screen question/deceased_name
    write_in deceased.name_kana
    keys ワスレルヒト
    write_in deceased.address
    keys わすれるひと
}

start_kiosk --silent
remember_fresh
next_visitor fresh

begin_visit
# The probe itself works: while the visitor is here, every word is found.
expect_traces "$kiosk_pid"
tap stop
tap stop.confirm
wait_for_screen start
sleep 1
expect_no_trace "a stop" "$kiosk_pid"
next_visitor stop

begin_visit
kill -SEGV "$kiosk_pid"
wait "$kiosk_pid" 2>/dev/null || true
expect_no_trace "a crash"
[[ -z "$(find . "$out" "$KAKANAI_STATE" -maxdepth 1 -name 'core*')" ]] || complain "a crash leaves a core"
rm -f "$tree"
start_kiosk --silent
expect_no_trace "the start after a crash" "$kiosk_pid"
next_visitor crash
end_kiosk

# The grieving are asked after six minutes and have four to react: 23 and 15 seconds at this pace.
rm -f "$tree"
start_kiosk --silent --hurry 16
begin_visit
until_true 60 shows 'question/deceased_name+time_out' || complain "nobody was asked whether they are still there"
expect can_touch continue
until_true 60 shows start || complain "a screen nobody looks at stays open"
settle 3
sleep 1
expect_no_trace "a time-out" "$kiosk_pid"
[[ "$(pixels)" == "$(head -1 "$out/seen.fresh")" ]] || complain "after a time-out the start screen is another one"
echo "forgotten: nothing is left after a stop, a time-out and a crash"
