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

BENCH_DIR=${BENCH_DIR:-${TMPDIR:-/var/tmp}/bench-datasets}
mkdir -p "$BENCH_DIR"
BENCH_ROWS=$(mktemp)
BENCH_SPENT=$(mktemp -d "$BENCH_DIR/spent.XXXXXX") # deleted when nothing is measured any more, see rounds.py
export BENCH_DIR BENCH_ROWS BENCH_SPENT
trap 'rm -rf "$BENCH_ROWS" "$BENCH_SPENT"' EXIT

leg() { # title command...: one that fails does not keep the others from being measured
  echo "== $1"
  shift
  "$@" || failed+=("$*")
}
told() { # command...: its printed figures become rows
  "$@" | python3 "$here/rows.py"
}
failed=()
for files in "${sizes[@]}"; do
  leg "whole way, $files" python3 "$here/whole.py" "$rounds" "$files"
  leg "verify, $files" python3 "$here/verify.py" "$rounds" "$files"
  UNPACK_DATA=$BENCH_DIR/unpack-$files leg "unpack, $files" "$here/unpack.sh" "$rounds" $((files / 10)) 160 "$files" 16
done
leg "labels" told env BENCH_DIR="$BENCH_DIR/labels" "$here/labels.sh" 500,5000 100,500 "$rounds"
leg "fetch" told "$here/fetch.sh" "$rounds"
leg "goals" told "$here/goals.sh" "$rounds"

echo
python3 "$here/rounds.py" "$BENCH_ROWS"
if ((${#failed[@]})); then
  printf 'not measured to the end: %s\n' "${failed[@]}" >&2
  exit 1
fi
