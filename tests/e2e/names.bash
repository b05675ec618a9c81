#!/usr/bin/env bash
# Names that other systems lose, each a visit of its own through real X events: read from a card, edited on the screen by keys
# at its beginning and its end, and printed. The package says it byte for byte and so does the filled form.
# NAMES="3 16" takes those of tests/support/name_vectors.tsv, NAMES=all every one a name may be (50 is refused).
source "$(dirname "$0")/parts.bash"

life_event=marriage
unset KAKANAI_PRINTER
[[ "${NAMES:=16 26}" != all ]] || NAMES="$(seq -s ' ' 1 49)"

# The name of a row of the table.
name_of() {
    local points
    points="$(awk -F'\t' -v n="$1" '$1 == n { print $2 }' tests/support/name_vectors.tsv)"
    # shellcheck disable=SC2086
    printf "$(printf '\\U%s' $points)"
}
# The number B of a card begins with the birth date, as the persona files have it.
lay_card_of() {
    name="$1" awk '/^name = / { $0 = "name = \047\047\047" ENVIRON["name"] "\047\047\047" } { print }' \
        assets/personas/yoshida-hanako.toml >"$out/persona.toml"
    echo "in $out/persona.toml" >"$KAKANAI_CARD_CONTROL"
}
# Keys in a field that holds a name: at the beginning and taken away again, and an X at the end that stays.
edit() {
    xdotool key --delay 40 Home x BackSpace End x BackSpace X
    settle 3
}
package_is_ready() { [[ -n "$(find "$KAKANAI_STATE/outbox" -name READY 2>/dev/null)" ]]; }
without_space() { tr -d ' \n\f\t\r' | sed 's/　//g'; }

start_kiosk
for number in $NAMES; do
    name="$(name_of "$number")"
    wait_for_screen start
    tap "event.$life_event"
    wait_for_screen 'place_card*'
    lay_card_of "$name"
    wait_for_screen 'enter_pin*'
    read_card
    to_review
    until can_touch review.applicant.name.fix; do tap next; done
    go review.applicant.name.fix
    wait_for_screen question/applicant_name
    write_in applicant.name
    edit
    go next
    wait_for_screen review
    submit
    wait_for_screen finish 60
    until_true 20 package_is_ready || complain "name $number: no package came"
    package="$(dirname "$(find "$KAKANAI_STATE/outbox" -name READY)")"
    wanted="$(without_space <<<"${name}X")"
    without_space <"$package/reception.json" | grep -qF -- "$(sed 's/"/\\"/g' <<<"$wanted")" ||
        complain "name $number: the package says something else"
    printed=no
    for form in "$package"/forms/*.pdf; do
        pdftotext "$form" - | without_space | grep -qF -- "$wanted" && printed=yes
    done
    # 33 has no glyph in any face: it is flagged for a clerk instead of printed.
    [[ $printed == yes || $number == 33 ]] || complain "name $number: no form says it"
    rm -r "$KAKANAI_STATE/outbox"
    go next
done
echo "names: $(wc -w <<<"$NAMES") carried through edit to paper"
