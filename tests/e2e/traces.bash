# Looks for what a visitor left behind. Sourced after parts.bash.

# What is planted: PIN and words of assets/personas/yoshida-hanako.toml, and words typed.
planted=(2580 '𠮷田' '花子' '書かない市緑町１丁目' 'ワスレルヒト' 'わすれるひと')
fresh_counts=""

# traces PID: how often each word lies in the memory of the process, one count a line.
traces() { printf '%s\n' "${planted[@]}" | "$build/tests/e2e/find_in_memory" "$1" | cut -f1; }
# Four digits may lie anywhere by chance: what counts is what a visit adds.
remember_fresh() { fresh_counts="$(traces "$kiosk_pid" || true)"; }
expect_traces() {
    local counts i
    counts="$(traces "$1" || true)"
    # Not the PIN: it has been sent to the card and wiped by now.
    for ((i = 2; i <= ${#planted[@]}; i++)); do
        [[ "${planted[i - 1]}" == '花子' ]] && continue  # a given name that the software itself may know
        (($(sed -n "${i}p" <<<"$counts") > $(sed -n "${i}p" <<<"$fresh_counts"))) ||
            complain "the probe finds nothing where there is something (word $i)"
    done
}

# expect_no_trace AFTER [PID]: in memory, state folder, log, printer-free places and selections.
expect_no_trace() {
    local word selection counts
    if [[ -n "${2:-}" ]]; then
        counts="$(traces "$2" || true)"
        [[ "$(paste <(echo "$counts") <(echo "$fresh_counts") | awk '$1 > $2' | wc -l)" == 0 ]] ||
            complain "left in memory after $1 (now, before, for each word): $(paste <(echo "$counts") <(echo "$fresh_counts") | tr '\t\n' '/ ')"
    fi
    for word in "${planted[@]:1}"; do
        ! grep -rqF -- "$word" "$KAKANAI_STATE" "$log" || complain "left on disk after $1"
    done
    for selection in --primary --secondary --clipboard; do
        [[ -z "$(xsel "$selection" --output 2>/dev/null)" ]] || complain "left in a selection of X after $1"
    done
}

pixels() {
    import -window root "$out/now.png"
    identify -format '%#\n' "$out/now.png"
}
# next_visitor AFTER: what the next visitor sees first, picture by picture, against a fresh start.
next_visitor() {
    local at
    : >"$out/seen.$1"
    settle 3
    pixels >>"$out/seen.$1"
    tap event.bereavement
    for at in no_card field.applicant.name back; do
        settle 3
        pixels >>"$out/seen.$1"
        tap "$at"
    done
    tap back
    wait_for_screen start
    cmp -s "$out/seen.fresh" "$out/seen.$1" || complain "after $1 the next visitor sees something else (picture $(cmp "$out/seen.fresh" "$out/seen.$1" | sed 's/.*line //'))"
}
