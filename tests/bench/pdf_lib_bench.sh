#!/usr/bin/env bash
# Our sheets and pdf-lib's (npm) over the same twenty blanks, one after the other on this machine. Left out without npm.
set -euo pipefail
build="$1"
here="$(cd "$(dirname "$0")" && pwd)"
command -v npm >/dev/null || { echo "pdf-lib: no npm here, not compared"; exit 0; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cp "$here"/pdf-lib/* "$work"
(cd "$work" && npm install --silent --no-audit --no-fund >/dev/null) || { echo "pdf-lib: not to be had, not compared"; exit 0; }
"$build/tests/bench/bench_sheets" "$work/blanks"
(cd "$work" && node fill.mjs blanks)
awk 'NR==FNR { theirs = $1; next } { printf "%-42s %8.0f times\n", "CPU of pdf-lib for ours", theirs / $1 }' "$work/blanks/theirs_ms" "$work/blanks/ours_ms"
