#!/usr/bin/env bash
# Conversion of label maps, ours beside what the published converters do with Pillow and NumPy, and beside OpenCV:
# wall and processor time with the start of the program, peak memory, and bytes written, at one size or more.
# Needs Debian's python3-pil, python3-numpy and python3-opencv (Pillow 9.2 to 9.4, or set PILLOW_RULES), and GNU time.
#
# usage: it/bench/labels.sh [MAPS [FRAMES [ROUNDS]]]      default: 500,5000 maps, 100,500 frames, 5 rounds
#        MAPS and FRAMES may list several sizes; PREPARE=only stops before anything is measured
set -euo pipefail
cd "$(dirname "$0")/../.."

maps=${1-500,5000}
frames=${2-100,500}
rounds=${3:-5}
python=${PYTHON:-/usr/bin/python3}
rules=${PILLOW_RULES:-9.4}
work=${BENCH_DIR:-it/target/bench/labels}
plugin=datasets-maven-plugin
tables=$plugin/src/main/resources/io/evaldata/datasets
mkdir -p "$work"
work=$(cd "$work" && pwd)

if [ "${PREPARE:-yes}" != no ]; then
  mvn -B -ntp -q test-compile org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
    -pl "$plugin" -DincludeScope=runtime -Dmdep.outputFile="$work/classpath"
fi
classpath=$plugin/target/classes:$plugin/target/test-classes:$(cat "$work/classpath")

generate() { # kind count width height
  local folder="$work/$1-$2"
  [ "$(find "$folder" -type f 2>/dev/null | wc -l)" = "$2" ] && return
  rm -rf "$folder"
  "$python" it/bench/labels/generate.py "$1" "$folder" "$2" "$3" "$4"
}
for n in ${maps//,/ }; do generate maps "$n" 640 480; done
for n in ${frames//,/ }; do generate frames "$n" 2048 1024; done
[ "${PREPARE:-yes}" = only ] && exit

# What was made before is kept until nothing is measured any more, see renew in rounds.py.
spent=${BENCH_SPENT:-$work/spent}
mkdir -p "$spent"
[ -n "${BENCH_SPENT:-}" ] || trap 'rm -rf "$spent"' EXIT

timed() { # name command... output: appends the seconds of wall, user and system, and the peak in KiB
  [ ! -e "${!#}" ] || mv "${!#}" "$(mktemp -d -p "$spent")"
  /usr/bin/time -a -o "$work/times-$1" -f '%e %U %S %M' "${@:2}"
}
ours() { # name how input
  timed "$1" java -Xmx128m -cp "$classpath" io.evaldata.datasets.segmentation.ConversionBenchmark "$2" "$3" "$work/out-$1"
}
peer() { # name how table input
  timed "$1" "$python" it/bench/labels/reference.py "$2" "$tables/$3" "$4" "$work/out-$1"
}

column() { # name field: the median
  awk -v field="$2" '{print field == "cpu" ? $2 + $3 : field == "peak" ? $4 / 1024 : $1}' "$work/times-$1" | sort -n |
    awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'
}
row() { # label ours peer target
  awk -v label="$1" -v target="$4" -v ow="$(column "$2" wall)" -v pw="$(column "$3" wall)" -v oc="$(column "$2" cpu)" \
    -v pc="$(column "$3" cpu)" -v op="$(column "$2" peak)" -v pp="$(column "$3" peak)" \
    -v sizes="$("$python" it/bench/labels/compare.py "$work/out-$2" "$work/out-$3")" 'BEGIN {
      split(sizes, s)
      printf "%-26s %6.2f %6.2f  %5.3f %6s %7.2f %6.2f  %5.3f %5.0f %5.0f %6.2f %6.2f\n",
        label, ow, pw, ow / pw, target, oc, pc, oc / pc, op, pp, s[1], s[2]}'
}

rm -f "$work"/times-*
echo "medians of $rounds interleaved rounds; peak of ours with -Xmx128m, of a peer that of its largest process"
printf '%-26s %6s %6s  %5s %6s %7s %6s  %5s %5s %5s %6s %6s\n' "" "wall s" "peer" "ratio" "target" "cpu s" "peer" "ratio" \
  "MiB" "peer" "bytes" "worst"
for n in ${maps//,/ }; do
  for _ in $(seq "$rounds"); do
    ours maps-ours coco-stuff-train-ids "$work/maps-$n"
    peer maps-opencv opencv catalog/tables/coco-stuff-train-ids.json "$work/maps-$n"
    peer maps-numpy numpy catalog/tables/coco-stuff-train-ids.json "$work/maps-$n"
  done
  row "$n maps / Pillow, NumPy" maps-ours maps-numpy 0.2
  row "$n maps / OpenCV" maps-ours maps-opencv 0.6
  rm -f "$work"/times-maps-*
done
for n in ${frames//,/ }; do
  for _ in $(seq "$rounds"); do
    ours frames-ours "$rules" "$work/frames-$n"
    peer frames-pillow pillow segmentation/cityscapes-labels.json "$work/frames-$n"
  done
  row "$n frames / Pillow" frames-ours frames-pillow 0.3
  rm -f "$work"/times-frames-*
done
