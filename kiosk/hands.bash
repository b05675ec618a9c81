# Eyes, finger and keys for a kiosk under X, for kiosk/visit and the end-to-end tests: everything goes through real X events.
# The kiosk writes where the parts of its screen are to $tree (`kakanai resident --tree`): ids and places, never words.
# Needs DISPLAY, and $tree set by whoever sources this.

export LC_ALL=C.UTF-8

# What is showing, such as `question/health_insurance` or `enter_pin!` (! = something went wrong there).
screen() { awk -F'\t' 'NR == 1 { print $2 }' "$tree" 2>/dev/null || true; }
frame() { awk -F'\t' 'NR == 1 { print $3 }' "$tree" 2>/dev/null || true; }
# The ids of what can be touched now.
touchable() { awk -F'\t' 'NR > 1 && $7 ~ /actionable/ { print $1 }' "$tree" 2>/dev/null || true; }
on_screen() { awk -F'\t' -v id="$1" 'NR > 1 && $1 == id { found = 1 } END { exit !found }' "$tree" 2>/dev/null; }

complain() {
    echo "hands: $*; showing: $(screen); touchable: $(touchable | tr '\n' ' ')" >&2
    exit 1
}

# until_true SECONDS COMMAND…: looks 20 times a second.
until_true() {
    local tries=$(($1 * 20)) i
    shift
    for ((i = 0; i < tries; i++)); do
        "$@" && return 0
        sleep 0.05
    done
    return 1
}

# Whether the kiosk has drawn all that it knows of.
is_still() { awk -F'\t' 'NR == 1 { exit $4 != "still" }' "$tree" 2>/dev/null; }
# settle [TIMES]: the kiosk is still, and has drawn nothing for that many tenths of a second: what is on the glass is what the
# tree says. Nothing more is waited for with 0.
settle() {
    local before="" now i still=0
    until_true 15 is_still || return 0
    for ((i = 0; i < 150 && still < ${1:-1}; i++)); do
        now="$(frame)"
        if [[ -n "$now" && "$now" == "$before" ]] && is_still; then still=$((still + 1)); else still=0; fi
        before="$now"
        [[ $still -lt ${1:-1} ]] && sleep 0.1
    done
    return 0
}
# answered FRAME: the kiosk has drawn what came of a touch or a key after that frame. A busy machine may take its time.
answered() {
    until_true 5 drawn_after "$1" || true
    settle 0
}
drawn_after() { [[ "$(frame)" != "$1" ]]; }

shows() { [[ "$(screen)" == $1 ]]; }
# wait_for_screen PATTERN [SECONDS]
wait_for_screen() {
    until_true "${2:-15}" shows "$1" || complain "waited for screen $1"
    settle
}
leaves() { [[ "$(screen)" != "$1" ]]; }
# wait_to_leave SCREEN: the screen is another one.
wait_to_leave() {
    until_true 15 leaves "$1" || complain "nothing came after $1"
    settle
}

# What Tab comes to, in its order: what the screen asks, the way on, the bars.
tab_order() {
    awk -F'\t' 'NR > 1 && $7 ~ /actionable/ {
        bar = $1 ~ /^(back|language|text_size|ruby|voice|staff|rest|stop)$/
        print bar ? 2 : $2 == "primary", NR, $1
    }' "$tree" | sort -s -k1,1n -k2,2n | cut -d' ' -f3
}
# key_to ID: the keyboard comes to that part of the screen, by Tab or Shift-Tab, whichever is shorter.
key_to() {
    local id="$1" order from to count forward i try
    for try in 1 2 3; do
        mapfile -t order < <(tab_order)
        count=${#order[@]} from=-1 to=-1
        for i in "${!order[@]}"; do
            [[ "${order[i]}" == "$(focused)" ]] && from=$i
            [[ "${order[i]}" == "$id" ]] && to=$i
        done
        forward=$(((to - from + count) % count))
        # From nowhere, Tab comes to the first and Shift-Tab to the last.
        ((from >= 0)) || forward=$((to + 1))
        if ((forward <= count / 2)); then
            ((forward == 0)) || xdotool key --delay 4 --repeat "$forward" Tab
        else
            xdotool key --delay 4 --repeat "$((from >= 0 ? count - forward : count - to))" shift+Tab
        fi
        until_true 2 keyboard_is_on "$id" && return 0
    done
    complain "the keyboard does not come to $id"
}
keyboard_is_on() { [[ "$(focused)" == "$1" ]]; }
focused() { awk -F'\t' 'NR > 1 && $7 ~ /focused/ { print $1; exit }' "$tree" 2>/dev/null || true; }

# tap ID: a finger on the middle of that part of the screen; with $hands=keyboard Tab and Enter.
tap() {
    local id="$1" place before
    until_true 5 can_touch "$id" || complain "cannot touch $id"
    before="$(frame)"
    if [[ "${hands:-finger}" == keyboard ]]; then
        [[ "$id" == "${last_tap:-}" ]] && sleep 0.55
        last_tap="$id"
        key_to "$id"
        settle 0
        before="$(frame)"
        xdotool key Return
        answered "$before"
        return
    fi
    place="$(awk -F'\t' -v id="$id" 'NR > 1 && $1 == id { printf "%d %d", $3 + $5 / 2, $4 + $6 / 2; exit }' "$tree")"
    # One submit in half a second is all the kiosk takes: a double tap must not run through two screens.
    [[ "$id" == "${last_tap:-}" ]] && sleep 0.55
    last_tap="$id"
    # shellcheck disable=SC2086
    xdotool mousemove $place click 1
    answered "$before"
}
can_touch() { touchable | grep -qxF -- "$1"; }

# go ID: taps and waits for another screen; where answers stand on several pages, 次へ shows all of them first.
go() {
    local before page
    before="$(screen)"
    tap "$1"
    for page in {1..20}; do
        shows "$before" && on_screen answer.more || break
        tap "$1"
    done
    wait_to_leave "$before"
}

# digits 1234: on the number pad of the screen; with $hands=keyboard on the keyboard's own.
digits() {
    local i
    if [[ "${hands:-finger}" == keyboard ]]; then
        xdotool type --delay 20 -- "$1"
        settle 2
        return
    fi
    for ((i = 0; i < ${#1}; i++)); do tap "pad.${1:i:1}"; done
}
# lend_keys TEXT: gives each character that no key has a key of its own, before the kiosk starts. xdotool would lend one for the
# moment of the press only, and a kiosk that looks a moment later would read another character or none.
lend_keys() {
    local character code=150
    while read -r character; do
        [[ "$character" == [[:ascii:]] || -z "$character" ]] && continue
        ((code <= 255)) || complain "more characters than keys"
        printf 'keycode %d = U%X\n' "$code" "'$character"
        code=$((code + 1))
    done < <(grep -o . <<<"$1" | sort -u) | xmodmap -
}
# keys TEXT: on a keyboard, as fast as a good typist.
keys() {
    xdotool type --delay 40 -- "$1"
    settle 3
}

# picture FOLDER NAME: what is on the display, seen from outside the program.
pictures_taken=0
picture() {
    pictures_taken=$((pictures_taken + 1))
    settle 2
    import -window root "$1/$(printf '%02d' "$pictures_taken")-$2.png"
}

# start_kiosk ARGUMENTS…: `kakanai resident` with its tree; $kiosk_pid is its process.
start_kiosk() {
    "$kakanai" resident --tree "$tree" "$@" 2>>"$log" &
    kiosk_pid=$!
    until_true 20 test -s "$tree" || { cat "$log" >&2; complain "the kiosk did not start"; }
    settle
}
end_kiosk() {
    kill "$kiosk_pid" 2>/dev/null || true
    wait "$kiosk_pid" 2>/dev/null || true
}

# date_of ITEM-LESS: an ISO date on the date pad, in the Japanese calendar of Showa, Heisei and Reiwa.
type_date() {
    local year month day era
    IFS=- read -r year month day <<<"$1"
    if [[ "$1" > 2019-04-30 ]]; then era=reiwa year=$((year - 2018))
    elif [[ "$1" > 1989-01-07 ]]; then era=heisei year=$((year - 1988))
    else era=showa year=$((year - 1925)); fi
    tap "era.$era"
    digits "$year"
    tap date.month
    digits "$((10#$month))"
    tap date.day
    digits "$((10#$day))"
}

# Fields on the screen. A group with many shows one at a time, with a way to the one before and the one after.
fields() { touchable | grep '^field\.' || true; }
# come_to ITEM: that part of a group is on the screen, a field or its answers.
come_to() {
    local way
    for way in step.after step.before; do
        until touchable | grep -qE "^(field\\.$1|answer\\.$1\\..*)\$" || ! can_touch "$way"; do tap "$way"; done
    done
}
# write_in ITEM: typing goes to that field from now on.
write_in() {
    come_to "$1"
    tap "field.$1"
}

# answer_somehow: わからない where that is an honest answer, else the first answer there is. Does not press 次へ.
answer_somehow() {
    local field done=" "
    if can_touch answer.unknown; then
        tap answer.unknown
        return
    elif on_screen date.year; then
        for field in $(touchable | grep '^date\.of\.' || echo none); do
            [[ "$field" == none ]] || tap "$field"
            # Somebody born five days ago is nobody's husband or wife.
            if [[ "$(screen)" == *birth* ]]; then type_date 1960-05-05; else type_date "$(date -d '-5 days' +%F)"; fi
        done
        return
    elif on_screen digits; then
        digits 0001234567
        return
    elif touchable | grep -q '^answer\.'; then
        tap "$(touchable | grep '^answer\.' | head -1)"
    fi
    while :; do
        for field in $(fields); do
            [[ "$done" == *" $field "* ]] && continue
            done+="$field "
            tap "$field"
            case "$field" in
            *kana) keys カナ ;;
            *) if can_touch pad.1 && ! can_touch kana.erase; then digits 0001234567; else keys 書; fi ;;
            esac
        done
        can_touch step.after || break
        tap step.after
    done
}
