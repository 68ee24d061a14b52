"""Runs the unpackers interleaved and prints a table of medians.

usage: unpack-rounds.py FOLDER ROUNDS JAVA_CLASSPATH THREADS
"""

import os
import shutil
import statistics
import subprocess
import sys
import time

folder, rounds, classpath, threads = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
out = os.path.join(folder, "out")
PYTHON_ZIP = "import sys,zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])"
PYTHON_TAR = "import sys,tarfile; tarfile.open(sys.argv[1],'r:gz').extractall(sys.argv[2])"


def ours(archive):
    return ["java", "-Xmx128m", "-XX:+UseSerialGC", "-cp", classpath,
            "io.evaldata.datasets.extract.UnpackMain", archive, out, threads]


def zip_commands(archive):
    return {
        "ours": ours(archive),
        "bsdtar": ["bsdtar", "-xf", archive, "-C", out],
        "unzip": ["unzip", "-q", archive, "-d", out],
        "zipfile": [sys.executable, "-c", PYTHON_ZIP, archive, out],
    }


def tar_commands(archive):
    return {
        "ours": ours(archive),
        "tar + pigz": ["tar", "-I", "pigz", "-xf", archive, "-C", out],
        "bsdtar": ["bsdtar", "-xf", archive, "-C", out],
        "tar": ["tar", "-xzf", archive, "-C", out],
        "tarfile": [sys.executable, "-c", PYTHON_TAR, archive, out],
    }


def run(command):
    shutil.rmtree(out, ignore_errors=True)
    os.mkdir(out)
    os.sync()
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    said = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    process.returncode = status
    if status:
        sys.exit(f"{command[0]} failed: {said}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said.strip()


for name, commands in (("stored.zip", zip_commands), ("deflated.zip", zip_commands), ("small.tar.gz", tar_commands)):
    archive = os.path.join(folder, name)
    commands = {key: value for key, value in commands(archive).items() if shutil.which(value[0])}
    results = {key: [] for key in commands}
    for _ in range(rounds):
        for key, command in commands.items():
            results[key].append(run(command))
    best = min(statistics.median(r[0] for r in results[key]) for key in results if key != "ours")
    print(f"{name}: {os.path.getsize(archive) / 1e6:.0f} MB")
    for key, runs in results.items():
        wall, cpu, rss = (statistics.median(r[i] for r in runs) for i in range(3))
        print(f"  {key:12} {wall:7.2f} s  {wall / best:5.2f} of the best peer  {cpu:6.2f} s CPU  {rss:5.0f} MiB  {runs[-1][3]}")
shutil.rmtree(out, ignore_errors=True)
