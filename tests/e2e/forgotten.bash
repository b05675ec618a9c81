#!/usr/bin/env bash
# After a stop in the middle nothing of the visitor is left in the process: not the name, not the address, not the number of
# the card, not what was typed. (After the goodbye: whole_visit.bash.)
source "$(dirname "$0")/parts.bash"

left() {
    printf '%s\n' '𠮷邉󠄐' '書かない市本町3丁目12番' '58080920334821' 'ワスレルヒト' | "$build/tests/e2e/find_in_memory" "$kiosk_pid"
}

start_kiosk
to_pin yoshibe
go pin.forgotten
digits 58080920334821
tap next
wait_for_screen confirm_card
lift
go next
wait_for_screen question/deceased_name
reach deceased.name_kana
tap field.deceased.name_kana
keys ワスレルヒト
# The probe itself works: while the visitor is here, the name is found.
if left >/dev/null; then complain "the probe finds nothing where there is something"; fi
tap stop
tap stop.confirm
wait_for_screen start
sleep 1
left >"$log.left" || complain "left after a stop (count, word): $(tr '\n' ' ' <"$log.left")"
