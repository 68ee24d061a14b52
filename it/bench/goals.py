"""The goals as a whole, in a real Maven, offline.

usage: goals.py [ROUNDS [FILES [LEG...]]]      default: 7 rounds, 5000 files, all legs; 0 rounds only make the data

  growth   ten times the files against FILES: at most 11 times the time, Maven's own taken off
  idle     19 datasets that are there, 60 times FILES files in all: what the goal adds to the same Maven with the goal skipped
  memory   a tar.gz of 0.6 MB times FILES prepared with -Xmx256m: the peak of the process

Needs what `mvn install -DskipTests` installs; MAVEN_REPOSITORY names the local repository when it is not the usual one.
"""

import json
import os
import re
import statistics
import subprocess
import sys

import rounds

count = int(sys.argv[1]) if len(sys.argv) > 1 else 7
files = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
DATASETS = 19

with open(os.path.join(rounds.HERE, "..", "..", "pom.xml")) as pom:
    version = re.search("<version>(.*?)</version>", pom.read())[1]
goal = f"io.evaldata:datasets-maven-plugin:{version}:prepare"
work = rounds.folder("goals")


def data(name, datasets, each, kib):
    """Archives and their catalogue; the paths in it stay right when the folder gets its name."""
    def make(part):
        subprocess.run([sys.executable, os.path.join(rounds.HERE, "goals-data.py"), part, str(datasets), str(each), str(kib)],
                       check=True, stdout=subprocess.DEVNULL)
        catalogue = os.path.join(part, "catalogue.json")
        with open(catalogue) as file:
            text = file.read().replace(part, path)
        with open(catalogue, "w") as file:
            file.write(text)
    path = os.path.join(work, f"{name}-{datasets}x{each}")
    return rounds.once(path, make)


def prepare(folder, *options):
    """The goal, as a user has it run without a project."""
    with open(os.path.join(folder, "catalogue.json")) as catalogue:
        ids = ",".join(entry["id"] for entry in json.load(catalogue)["datasets"])
    command = ["mvn", "-o", "-B", "-q", goal, f"-Ddatasets={ids}", f"-Ddatasets.catalogs={folder}/catalogue.json",
               f"-Ddatasets.root={folder}/root", f"-Ddatasets.cache={folder}/cache", *options]
    if "MAVEN_REPOSITORY" in os.environ:
        command.append("-Dmaven.repo.local=" + os.environ["MAVEN_REPOSITORY"])
    os.sync()
    return rounds.Run(command)


def median(runs):
    return statistics.median(run.wall for run in runs)


def walls(runs):
    return " ".join(f"{run.wall:.2f}" for run in runs)


def growth():
    few, many = data("growth", 1, files, 8), data("growth", 1, 10 * files, 8)
    runs = {few: [], many: []}
    skipped = []
    for _ in range(count):
        for folder, times in runs.items():
            rounds.renew(folder + "/root")
            times.append(prepare(folder))
        skipped.append(prepare(few, "-Ddatasets.skip=true"))
    if count:
        print(f"growth: {files} files {walls(runs[few])} s, {10 * files} files {walls(runs[many])} s, skipped {walls(skipped)} s")
        none = median(skipped)
        rounds.row("growth, Maven's own time off", f"{10 * files} files", median(runs[many]) - none,
                   f"ours, {files} files", median(runs[few]) - none, 11)


def idle():
    folder = data("idle", DATASETS, 60 * files // DATASETS, 1)
    if not os.path.exists(folder + "/root"):
        prepare(folder)
    ours, skipped = [], []
    for i in range(3 * count + 1 if count else 0):  # tens of milliseconds, told from times of a second
        ours.append(prepare(folder))
        skipped.append(prepare(folder, "-Ddatasets.skip=true"))
    if count:
        there = sum(len(names) for _, _, names in os.walk(folder + "/root"))
        print(f"idle: {there} files on disk, {walls(ours)} s, skipped {walls(skipped)} s; the first of each is not counted")
        with_goal, none = median(ours[1:]), median(skipped[1:])
        print(f"  nothing to do adds {1000 * (with_goal - none):.0f} ms")
        rounds.row("nothing to do", f"{DATASETS} datasets, {there} files", with_goal, "goal skipped", none, (none + 0.1) / none)


def memory():
    folder = data("memory", 1, 6 * files, 100)
    if count:
        rounds.renew(folder + "/root")
        os.environ["MAVEN_OPTS"] = "-Xmx256m"
        run = prepare(folder)
        print(f"memory: {6 * files} files of 100 KiB with -Xmx256m: peak RSS {run.rss:.0f} MiB, {run.wall:.1f} s, {run.cpu:.1f} s CPU")


legs = {"growth": growth, "idle": idle, "memory": memory}
for leg in sys.argv[3:] or legs:
    legs[leg]()
