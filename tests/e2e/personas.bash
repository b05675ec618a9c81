#!/usr/bin/env bash
# From the card to the paper, for every persona: what the reader reads stands byte for byte in every filled sheet that asks for
# it, the sheets are sound PDFs, and every face in them is embedded and holds only the letters used.
set -euo pipefail
cd "$(dirname "$0")/../.."
out="$1"
build="${KAKANAI_BUILD:-build/dev}"
fail() {
    echo "personas: $*" >&2
    exit 1
}
field() { sed -n "s/^$1 = \"\(.*\)\"$/\1/p" "$2"; }
# Lines may break anywhere: what counts is the letters and their order.
squeeze() { tr -d '\n\f ' <<<"$1"; }
# Whether a template has a field of that item without a condition.
always_filled() {
    awk -v item="item = \"$1\"" 'BEGIN { RS = "" } index($0, item) && !/\nwhen = / { found = 1 } END { exit !found }' "$2"
}

sheets=0 names=0
for persona in assets/personas/*.toml; do
    who="$(basename "$persona" .toml)"
    echo out >"$KAKANAI_CARD_CONTROL"
    sleep 1
    echo "in $persona" >"$KAKANAI_CARD_CONTROL"
    for ((tries = 0; tries < 60; tries++)); do
        "$build/cardreader/kakanai-card" tries --json >/dev/null 2>&1 && break
        sleep 0.1
    done
    read_json="$(field number_b "$persona" | "$build/cardreader/kakanai-card" read --number-b-stdin --json)" || fail "$who cannot be read"
    name="$(sed -n 's/.*"name": *"\([^"]*\)".*/\1/p' <<<"$read_json")"
    address="$(sed -n 's/.*"address": *"\([^"]*\)".*/\1/p' <<<"$read_json")"
    [[ "$name" == "$(field name "$persona")" && "$address" == "$(field address "$persona")" ]] || fail "$who is read otherwise"

    sed -e "s|\"applicant.name\": \"[^\"]*\"|\"applicant.name\": \"$name\"|" \
        -e "s|\"applicant.address\": \"[^\"]*\"|\"applicant.address\": \"$address\"|" \
        forms/model-city/examples/yoshibe.json >"$out/answers.json"
    rm -rf "$out/papers"
    "$build/forms/kakanai-forms" fill forms/model-city --answers "$out/answers.json" --out "$out/papers" --number 1122-001 \
        >/dev/null || [[ $? -eq 1 ]] || fail "$who: the sheets could not be filled"
    for sheet in "$out"/papers/*.pdf; do
        id="$(basename "$sheet" .pdf)"
        qpdf --check "$sheet" >/dev/null || fail "$who: $id is damaged"
        pdffonts "$sheet" | awk 'NR > 2 { if ($(NF-4) != "yes" || $(NF-3) != "yes") exit 1 }' || fail "$who: $id has a face that is not embedded and subset"
        sheets=$((sheets + 1))
        template="forms/model-city/sheets/$id.toml"
        [[ -f "$template" ]] || continue
        # In reading order and as drawn: a table may part one value's lines by another column's words.
        words="$(squeeze "$(pdftotext "$sheet" -)")|$(squeeze "$(pdftotext -raw "$sheet" -)")"
        for item in name address; do
            always_filled "applicant.$item" "$template" || continue
            # pdftotext may set a family name and a given name apart: each on its own.
            for part in ${!item//　/ }; do
                [[ "$words" == *"$part"* ]] || fail "$who: $id does not say the $item"
            done
            names=$((names + 1))
        done
    done
done
echo "personas: $(ls assets/personas/*.toml | wc -l) personas, $sheets papers, $names names and addresses byte for byte"
