"""Looking again at what is prepared: deep, every byte read, against sha256sum -c on the same files; and quick.

usage: verify.py [ROUNDS [FILES]]      FILES small files of 10 KiB, in folders of 100; 0 rounds only make the data

The kernel has the files in memory: what is measured is hashing and opening, not a disk. Contents are no pictures, so nothing is
decoded; decoding costs what the decoder costs, on all cores.
"""

import json
import os
import subprocess
import sys

import rounds
from rounds import bash

count = int(sys.argv[1]) if len(sys.argv) > 1 else 5
files = int(sys.argv[2]) if len(sys.argv) > 2 else 50_000


def make(folder):
    made = subprocess.run([sys.executable, os.path.join(rounds.HERE, "goals-data.py"), folder, "1", str(files), "10"],
                          check=True, stdout=subprocess.PIPE)
    catalogue = os.path.join(folder, "catalogue.json")
    with open(catalogue) as file:
        entries = json.load(file)
    for entry in entries["datasets"]:
        for source in entry["sources"]:
            source["urls"] = ["file://" + os.path.join(folder, source["file"])]
    with open(catalogue, "w") as file:
        json.dump(entries, file)
    root = os.path.join(folder, "root")
    rounds.Run(rounds.java("prepare.PrepareMain", catalogue, root, folder + "/cache", 1))
    with open(os.path.join(folder, "receipt"), "wb") as receipt:
        receipt.write(made.stdout)


data = os.path.join(rounds.folder("verify"), str(files))
if not os.path.exists(os.path.join(data, "receipt")):
    make(data)
sums = rounds.once(os.path.join(data, "sums"), lambda part: subprocess.run(
    bash(f"cd {data}/root/classification; find . -name '*.jpg' -print0 | sort -z | xargs -0 sha256sum > {part}"), check=True))


def verify(how):
    return rounds.java("prepare.VerifyMain", data + "/catalogue.json", data + "/root", data + "/cache", how)


size = f"{files} files, {files * 10240 / 1e6:.0f} MB"
rounds.Leg("verify, deep", size, verify("deep"), {
    "sha256sum -c": bash(f"cd {data}/root/classification; sha256sum --quiet -c {sums}"),
}, {"best": 1.0}, lambda: None).race(count)
rounds.Leg("verify, quick", size, verify("quick"), {
    "find -size": bash(f"find {data}/root/classification -type f -size -1c"),
}, {}, lambda: None).race(count)
