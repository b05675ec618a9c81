# What every end-to-end test begins with. A test NAME.bash is run as `kiosk/demo OUT tests/e2e/NAME.bash OUT` by run_one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

out="$(realpath -m "$1")"
build="${KAKANAI_BUILD:-build/dev}"
kakanai="$build/kiosk/app/kakanai"
tree="$out/.tree"
log="$out/kakanai.log"
mkdir -p "$out"
rm -f "$tree"
: >"$log"
source kiosk/hands.bash
trap end_kiosk EXIT
xdotool mousemove 5 5
lend_keys カナ書ワスレルヒトわすれるひと

lay() { echo "in assets/personas/$1.toml ${*:2}" >"$KAKANAI_CARD_CONTROL"; }
lift() { echo out >"$KAKANAI_CARD_CONTROL"; }

expect() { "$@" || complain "expected: $*"; }
# expect_on_screen ID: that part is there, a sentence or a way on.
expect_on_screen() { until_true 5 on_screen "$1" || complain "expected $1 on the screen"; }

# From the start to the PIN pad with a card; the life event is $life_event, a bereavement where nothing is said.
to_pin() {
    wait_for_screen start
    tap "event.${life_event:-bereavement}"
    wait_for_screen 'place_card*'
    lay "$@"
    wait_for_screen 'enter_pin*'
}
# The right PIN on the pad, the card's words confirmed, the card taken away: on to the questions.
read_card() {
    digits 2580
    tap next
    wait_for_screen confirm_card 30
    lift
    go next
}
to_review() {
    while [[ "$(screen)" != review ]]; do
        case "$(screen)" in
        question/*)
            answer_somehow
            go next
            ;;
        results*) tap next ;;
        *) complain "a screen that does not belong here" ;;
        esac
    done
}
submit() {
    while [[ "$(screen)" == review ]]; do tap next; done
}
# Without a card, the shortest way to the review.
to_review_without_card() {
    wait_for_screen start
    tap event.bereavement
    wait_for_screen 'place_card*'
    go no_card
    to_review
}
receptions() { "$kakanai" queue list --json | tr ',' '\n' | grep -c '"number"' || true; }
