#!/usr/bin/env bash
# kiosk_bench.sh BUILD: the running kiosk measured beside the real parts of kiosk/demo.
set -euo pipefail
cd "$(dirname "$0")/../.."
out="$(mktemp -d /tmp/kakanai-bench.XXXXXX)"
trap 'rm -rf "$out"' EXIT
KAKANAI_BUILD="$1" kiosk/demo "$out" tests/bench/kiosk.bash "$out"
