#!/bin/bash
# The report over a tree of ImageNet's shape: wall time of the goal with the start of Maven, its peak memory, the size of the page,
# and how soon it is open in Chromium. Medians.
#
# usage: it/bench/report.sh [ROUNDS [PICTURES [CLASSES]]]      default: 3 rounds, 50000 pictures in 1000 classes
#
# Data is made once and kept in BENCH_DIR. Needs the plugin in the local repository (mvn install -DskipTests), Maven, GNU time, Chromium.
# MAVEN_REPOSITORY is another local repository.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rounds=${1:-3} pictures=${2:-50000} classes=${3:-1000}
plugin=io.evaldata:datasets-maven-plugin:$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$here/../../pom.xml" | head -1)
work=${BENCH_DIR:-${TMPDIR:-/var/tmp}/bench-datasets}/report-$pictures-$classes
mkdir -p "$work"
cd "$work"

datasets() { # goal options...
  local goal=$1
  shift
  mvn -o -B -ntp -q "$plugin:$goal" -Ddatasets=many_pictures -Ddatasets.catalogs=data/pictures.yaml -Ddatasets.root=root \
    ${MAVEN_REPOSITORY:+"-Dmaven.repo.local=$MAVEN_REPOSITORY"} "$@"
}
export -f datasets
export plugin MAVEN_REPOSITORY=${MAVEN_REPOSITORY:-}

if [[ ! -e made ]]; then
  java "$here/ReportData.java" data "$pictures" "$classes"
  datasets prepare -Ddatasets.cache=cache -Ddatasets.lockFile=lock.json
  rm -rf cache
  touch made
fi

median() { sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'; }
for ((round = 0; round < rounds; round++)); do
  rm -rf page
  MAVEN_OPTS=-Xmx256m /usr/bin/time -f '%e %M' -a -o times.$$ bash -c 'datasets report -Ddatasets.report.outputDirectory=page'
  java "$here/PageLoad.java" page/index.html | awk '{ print $4 }' >>loads.$$
done
printf '%s pictures: report %.1f s, at most %.0f MiB, page %.1f MB, open after %.2f s\n' "$pictures" \
  "$(cut -d' ' -f1 times.$$ | median)" "$(($(cut -d' ' -f2 times.$$ | sort -n | tail -1) / 1024))" \
  "$(stat -c '%s' page/index.html | awk '{ print $1 / 1e6 }')" "$(median <loads.$$)"
rm times.$$ loads.$$
