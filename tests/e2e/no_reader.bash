#!/usr/bin/env bash
# No card service at all: a plain sentence, and the way without a card leads to the questions.
source "$(dirname "$0")/parts.bash"

export PCSCLITE_CSOCK_NAME="$out/nobody-listens-here"
start_kiosk
wait_for_screen start
tap event.bereavement
wait_for_screen 'place_card!'
expect_on_screen trouble
go no_card
expect shows 'question/*'
