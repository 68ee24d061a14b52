#!/usr/bin/env bash
# Conversion of label maps, ours beside what the published converters do with Pillow and NumPy, and beside OpenCV.
# Needs Debian's python3-pil, python3-numpy and python3-opencv (Pillow 9.2 to 9.4, or set PILLOW_RULES).
#
# usage: it/bench/labels.sh [MAPS [FRAMES [ROUNDS]]]      default: 2000 maps, 500 frames, 5 rounds
set -euo pipefail
cd "$(dirname "$0")/../.."

maps=${1:-2000}
frames=${2:-500}
rounds=${3:-5}
python=${PYTHON:-/usr/bin/python3}
rules=${PILLOW_RULES:-9.4}
work=${BENCH_DIR:-it/target/bench/labels}
plugin=datasets-maven-plugin
tables=$plugin/src/main/resources/io/evaldata/datasets
mkdir -p "$work"
work=$(cd "$work" && pwd)

mvn -B -ntp -q test-compile org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
  -pl "$plugin" -Dmdep.outputFile="$work/classpath"
classpath=$plugin/target/classes:$plugin/target/test-classes:$(cat "$work/classpath")

generate() { # kind folder count width height
  [ "$(find "$work/$2" -type f 2>/dev/null | wc -l)" = "$3" ] && return
  rm -rf "${work:?}/$2"
  "$python" it/bench/labels/generate.py "$1" "$work/$2" "$3" "$4" "$5"
}
generate maps maps "$maps" 640 480
generate frames frames "$frames" 2048 1024

TIMEFORMAT='%R %U %S'
exec 3>&2
timed() { # name command...: appends the seconds of wall, user and system, start of the program included
  local name=$1
  shift
  rm -rf "$work/out-$name"
  { time "$@" 2>&3; } 2>>"$work/times-$name"
}
ours() { java -Xmx128m -cp "$classpath" io.evaldata.datasets.segmentation.ConversionBenchmark "$@"; }
reference() { "$python" it/bench/labels/reference.py "$@"; }

rm -f "$work"/times-*
for _ in $(seq "$rounds"); do
  timed maps-ours ours coco-stuff-train-ids "$work/maps" "$work/out-maps-ours"
  timed maps-opencv reference opencv "$tables/catalog/tables/coco-stuff-train-ids.json" "$work/maps" "$work/out-maps-opencv"
  timed maps-numpy reference numpy "$tables/catalog/tables/coco-stuff-train-ids.json" "$work/maps" "$work/out-maps-numpy"
  timed frames-ours ours "$rules" "$work/frames" "$work/out-frames-ours"
  timed frames-pillow reference pillow "$tables/segmentation/cityscapes-labels.json" "$work/frames" "$work/out-frames-pillow"
done

median() { # name wall|cpu
  awk -v what="$2" '{print what == "wall" ? $1 : $2 + $3}' "$work/times-$1" | sort -n |
    awk '{v[NR]=$1} END {print v[int((NR+1)/2)]}'
}
report() { # ours peer target
  for what in wall cpu; do
    awk -v ours="$(median "$1" $what)" -v peer="$(median "$2" $what)" -v name="$1 / $2" -v what=$what -v target="$3" \
      'BEGIN {printf "%-28s %4s %7.2f s / %7.2f s = %.3f   (target %s)\n", name, what, ours, peer, ours / peer, target}'
  done
}
echo "medians of $rounds interleaved rounds, heap of ours at most 128 MB"
report maps-ours maps-numpy "0.2"
report maps-ours maps-opencv "0.6"
report frames-ours frames-pillow "0.3"
echo "maps:   $("$python" it/bench/labels/compare.py "$work/out-maps-ours" "$work/out-maps-numpy")"
echo "frames: $("$python" it/bench/labels/compare.py "$work/out-frames-ours" "$work/out-frames-pillow")"
