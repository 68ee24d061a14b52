#!/bin/bash
# All benchmarks, each at every size, and one table of them at the end.
#
# usage: it/bench/all.sh [ROUNDS [FILES...]]      default: 5 rounds, 5000 and 50000 files
#
# FILES is the number of small files; everything else is in proportion to it. Data is made once and kept in BENCH_DIR. Needs what
# the single benchmarks need: nginx, curl, aria2c, pigz, bsdtar, unzip, openssl, Pillow, NumPy, OpenCV, GNU time, Maven.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rounds=${1:-5}
shift || true
sizes=("$@")
((${#sizes[@]})) || sizes=(5000 50000)

BENCH_ROWS=$(mktemp)
export BENCH_ROWS
trap 'rm -f "$BENCH_ROWS"' EXIT

leg() { # title command...: one that fails does not keep the others from being measured
  echo "== $1"
  shift
  "$@" || failed+=("$*")
}
failed=()
for files in "${sizes[@]}"; do
  leg "whole way, $files" python3 "$here/whole.py" "$rounds" "$files"
  leg "verify, $files" python3 "$here/verify.py" "$rounds" "$files"
  leg "unpack, $files" "$here/unpack.sh" "$rounds" $((files / 10)) 160 "$files" 16
  leg "labels, $files" "$here/labels.sh" $((files / 25)) $((files / 100)) "$rounds"
done
leg "fetch" "$here/fetch.sh" "$rounds"
leg "goals" "$here/goals.sh" "$rounds"

echo
python3 "$here/rounds.py" "$BENCH_ROWS"
if ((${#failed[@]})); then
  printf 'not measured to the end: %s\n' "${failed[@]}" >&2
  exit 1
fi
