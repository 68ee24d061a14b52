#!/bin/sh
# Unpacking, ours against what a user would pick instead: interleaved rounds, medians.
# usage: unpack.sh [ROUNDS [PICTURES [PICTURE_KIB [SMALL_FILES [SMALL_KIB]]]]]
# 0 rounds only make the data. Needs the plugin module's classes (mvn test-compile). Makes its data below TMPDIR and removes it again, unless
# UNPACK_DATA names a folder, where it is kept and used again.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
module="$here/../../datasets-maven-plugin"
compress=$(find "${HOME}/.m2/repository/org/apache/commons/commons-compress" -name 'commons-compress-*.jar' | sort | tail -n 1)
if [ -n "${UNPACK_DATA:-}" ]; then
    data=$UNPACK_DATA
    mkdir -p "$data"
else
    data=$(mktemp -d "${TMPDIR:-/var/tmp}/unpack-bench.XXXXXX")
    trap 'rm -rf "$data"' EXIT INT TERM
fi
if [ ! -f "$data/small.tar.gz" ]; then
    python3 "$here/unpack-data.py" "$data" "${2:-5000}" "${3:-160}" "${4:-50000}" "${5:-16}"
fi
[ "${1:-5}" -gt 0 ] || exit 0
python3 "$here/unpack-rounds.py" "$data" "${1:-5}" \
    "${BENCH_CLASSPATH:-$module/target/classes:$module/target/test-classes:$compress}" "$(nproc)"
