#!/usr/bin/env bash
# The card's benchmark over a real pcscd in namespaces of its own, with a software card on its reader.
set -euo pipefail
build="$(realpath "$1")"
exec unshare --mount --net bash -c '
    set -e
    ip link set lo up
    mount -t tmpfs none /run
    mkdir /run/pcscd
    pcscd --foreground >/run/pcscd.log 2>&1 &
    pcscd=$!
    "$1/cardreader/kakanai-card" virtual --persona assets/personas/yoshibe.toml &
    card=$!
    trap "kill $card $pcscd" EXIT
    for _ in $(seq 100); do "$1/cardreader/kakanai-card" list --json | grep -q "\"card\":true" && break; sleep 0.1; done
    "$1/tests/bench/bench_card" "Virtual PCD 00 00"' bench "$build"
