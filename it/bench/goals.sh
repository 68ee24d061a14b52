#!/bin/bash
# The goals as a whole, in a real Maven: memory, growth, and what a run with nothing to do costs.
#   peak memory    a tar.gz of several gigabytes prepared with -Xmx256m
#   growth         50,000 files against 5,000: at most 11 times the time, JVM start taken off
#   nothing to do  many datasets, 300,000 files: wall time above the same Maven with a goal that is skipped
# Usage: it/bench/goals.sh [rounds [gigabytes [datasets [files-each]]]]     Needs `mvn install -DskipTests`, python3, GNU time.
set -euo pipefail
rounds=${1:-7} gigabytes=${2:-3} datasets=${3:-13} files=${4:-23100}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/var/tmp}/bench-goals.XXXXXX")
trap 'rm -rf "$work"' EXIT
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$here/../../pom.xml" | head -n 1)
goal=io.evaldata:datasets-maven-plugin:$version:prepare
cd "$work"

prepare() { # data ids options...
  local data=$1 ids=$2
  shift 2
  mvn -o -B -q "$goal" -Ddatasets="$ids" -Ddatasets.catalogs="$data/catalogue.json" -Ddatasets.root="$data/root" \
    -Ddatasets.cache="$data/cache" ${MAVEN_REPOSITORY:+"-Dmaven.repo.local=$MAVEN_REPOSITORY"} "$@"
}
seconds() { # command...
  local start end
  start=$(date +%s%N)
  "$@" >/dev/null
  end=$(date +%s%N)
  echo $(((end - start) / 1000000))
}
median() { sort -n | awk '{v[NR]=$1} END {print v[int((NR+1)/2)]}'; }

echo "== growth"
few=$(python3 "$here/goals-data.py" "$work/few" 1 5000 8)
many=$(python3 "$here/goals-data.py" "$work/many" 1 50000 8)
# A new root each time instead of deleting the old one, see renew in rounds.py.
for round in 1 2 3; do
  for size in few many; do
    test ! -d "$work/$size/root" || mv "$work/$size/root" "$work/$size/root.$round"
    seconds prepare "$work/$size" "${!size}" >> "$work/growth.$size"
  done
  seconds prepare "$work/few" "$few" -Ddatasets.skip=true >> "$work/growth.none"
done
few_ms=$(median < "$work/growth.few") many_ms=$(median < "$work/growth.many") none_ms=$(median < "$work/growth.none")
echo "5,000 files $few_ms ms, 50,000 files $many_ms ms, goal skipped $none_ms ms"
awk -v f="$few_ms" -v m="$many_ms" -v n="$none_ms" 'BEGIN {printf "growth without JVM start: %.1f times\n", (m - n) / (f - n)}'

echo "== nothing to do: $datasets datasets of $files files"
ids=$(python3 "$here/goals-data.py" "$work/idle" "$datasets" "$files" 1)
prepare "$work/idle" "$ids"
prepare "$work/idle" "$ids"
for _ in $(seq "$rounds"); do
  seconds prepare "$work/idle" "$ids" >> "$work/idle.ours"
  seconds prepare "$work/idle" "$ids" -Ddatasets.skip=true >> "$work/idle.none"
done
ours=$(median < "$work/idle.ours") none=$(median < "$work/idle.none")
echo "files on disk: $(find "$work/idle/root" -name '*.jpg' | wc -l)"
echo "nothing to do $ours ms, goal skipped $none ms, difference $((ours - none)) ms (medians of $rounds)"

echo "== peak memory: tar.gz of $gigabytes GB, MAVEN_OPTS=-Xmx256m"
ids=$(python3 "$here/goals-data.py" "$work/large" 1 $((gigabytes * 10240)) 100)
MAVEN_OPTS=-Xmx256m /usr/bin/time -f "peak RSS %M KiB, %e s, %P CPU" bash -c "$(declare -f prepare); here='$here' goal='$goal' prepare '$work/large' '$ids'"
find "$work/large/root" -name '*.jpg' | wc -l
