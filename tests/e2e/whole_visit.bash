#!/usr/bin/env bash
# The visit that kiosk/run plays, and what it leaves: papers with the names as they are, a package that checks out, the
# same papers in the printer's spool.
set -euo pipefail
cd "$(dirname "$0")/../.."
out="$1"
fail() {
    echo "whole_visit: $*" >&2
    exit 1
}

# After the goodbye nothing of the visitor may be left in the process (a second for what is still on its way).
cat >"$out/probe" <<'PROBE'
#!/usr/bin/env bash
sleep 1
awk '/^Vm(HWM|RSS)/ { print $1, $2 / 1024, "MB" } /^VmRSS/ && $2 > 150 * 1024 { exit 1 }' /proc/"$1"/status ||
    { echo "more than 150 MB are left of the visit" >&2; exit 1; }
printf '%s\n' '𠮷邉󠄐' '書かない市本町3丁目12番' 'ヨシベ　ショウイチ' '00087654321' |
    "${KAKANAI_BUILD:-build/dev}/tests/e2e/find_in_memory" "$1" || { echo "the visitor was not forgotten (count, word above)" >&2; exit 1; }
PROBE
chmod +x "$out/probe"
KAKANAI_PROBE="$out/probe" kiosk/visit "$out"

package="$(dirname "$(find "$out/package" -name READY)")"
(cd "$package" && sha256sum --quiet -c manifest.sha256) || fail "a file of the package is not what its manifest says"
[[ -z "$(find "$package" -type f -newer "$package/READY" ! -name READY)" ]] || fail "READY is not the last file"
for form in "$package"/forms/*.pdf; do qpdf --check "$form" >/dev/null || fail "$form is damaged"; done
all="$(for form in "$package"/forms/*.pdf; do pdftotext -layout "$form" -; done)"
for words in '𠮷邉󠄐　健一' '𠮷邉󠄐　正一'; do
    grep -qF -- "${words//　/}" <<<"${all//[[:space:]　]/}" || fail "the papers do not say $words"
done
[[ $(find "$out/spool" -name '*.pdf' | wc -l) -ge $(find "$package/forms" -name '*.pdf' | wc -l) ]] || fail "paper is missing"
[[ $(find "$out/pictures" -name '*.png' | wc -l) -ge 40 ]] || fail "pictures are missing"
# The card was signed by the demo's test issuer: checked, called that, and no evidence of a real signature.
grep -q '"cardCheck": *"verified-test-issuer"' "$package"/*.json || fail "the card's signature was not checked"
grep -q '"identityEvidence": *"card4items-pin"' "$package/manifest.json" || fail "a test card counts as a real one"
