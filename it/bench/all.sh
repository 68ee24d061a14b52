#!/bin/bash
# All benchmarks, each at every size, and one table of them at the end.
#
# usage: it/bench/all.sh [ROUNDS [FILES...]]      default: 3 rounds, 50000 and 100000 files; 0 rounds only make the data
#
# FILES is the number of small files; everything else is in proportion to it, but for fetching and goals, which have one size.
# The first minute goes to memory.py. Data is made once and kept in BENCH_DIR (2.4 GB and 4.9 GB for the default sizes, and 9 GB
# for labels and goals). LEGS names the legs to run (default: "whole verify unpack labels fetch goals"). Needs what the single benchmarks need: nginx, curl, aria2c,
# pigz, bsdtar, unzip, openssl, Pillow, NumPy, OpenCV, GNU time, Maven, and `mvn install -DskipTests`.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
[ -n "${BENCH_HELD:-}" ] || BENCH_HELD=yes exec python3 "$here/memory.py" "$0" "$@"
rounds=${1:-3}
shift || true
sizes=("$@")
((${#sizes[@]})) || sizes=(50000 100000)
legs=" ${LEGS:-whole verify unpack labels fetch goals} "

BENCH_DIR=${BENCH_DIR:-${TMPDIR:-/var/tmp}/bench-datasets}
mkdir -p "$BENCH_DIR"
BENCH_ROWS=$(mktemp)
BENCH_SPENT=$(mktemp -d "$BENCH_DIR/spent.XXXXXX") # deleted when nothing is measured any more, see rounds.py
export BENCH_DIR BENCH_ROWS BENCH_SPENT
trap 'rm -rf "$BENCH_ROWS" "$BENCH_SPENT"' EXIT

leg() { # leg title command...: one that fails does not keep the others from being measured
  [[ $legs == *" $1 "* ]] || return 0
  echo "== $2, $(date +%H:%M:%S)"
  shift 2
  "$@" || failed+=("$*")
}
told() { # command...: its printed figures become rows
  "$@" | python3 "$here/rows.py"
}
labels() { # files: a tenth as many maps, a hundredth as many frames
  told env BENCH_DIR="$BENCH_DIR/labels" PREPARE="$( ((rounds)) && echo yes || echo only)" \
    "$here/labels.sh" $(($1 / 10)) $(($1 / 100)) "$rounds"
}
failed=()
for files in "${sizes[@]}"; do
  leg whole "whole way, $files" python3 "$here/whole.py" "$rounds" "$files"
  leg verify "verify, $files" python3 "$here/verify.py" "$rounds" "$files"
  leg unpack "unpack, $files" env UNPACK_DATA="$BENCH_DIR/unpack-$files" "$here/unpack.sh" "$rounds" $((files / 10)) 160 "$files" 16
  leg labels "labels, $files" labels "$files"
done
((rounds == 0)) || leg fetch "fetch" told "$here/fetch.sh" "$rounds"
leg goals "goals" python3 "$here/goals.py" "$rounds"

if ((rounds)); then
  echo
  python3 "$here/rounds.py" "$BENCH_ROWS"
fi
if ((${#failed[@]})); then
  printf 'not measured to the end: %s\n' "${failed[@]}" >&2
  exit 1
fi
