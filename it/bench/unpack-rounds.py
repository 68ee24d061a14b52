"""Runs the unpackers interleaved and prints a table of medians.

usage: unpack-rounds.py FOLDER ROUNDS JAVA_CLASSPATH THREADS [ARCHIVE...]

"seconds" and "of best" compare whole processes, ours with the start of its Java. "inside" is our own time from the call to
its return, which is what a goal takes: Maven's Java runs already then, though our classes are as cold as they are there.
"""

import importlib.util
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import rounds as common

folder, rounds, classpath, threads = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]

# What torchvision.datasets.utils.extract_archive does, without the seconds that importing torchvision takes.
PYTHON_ZIP = "import sys,zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])"
PYTHON_TAR = "import sys,tarfile; tarfile.open(sys.argv[1],'r:gz').extractall(sys.argv[2])"
TORCHVISION = "import sys; from torchvision.datasets.utils import extract_archive; extract_archive(*sys.argv[1:])"

# The bars: of the best peer's time, and of Python's.
BARS = {"stored.zip": (0.75, None), "deflated.zip": (0.6, None), "small.tar.gz": (1.0, 0.45)}


def python(code, archive, out):
    return [sys.executable, "-c", code, archive, out]


def commands(archive, out):
    ours = ["java", "-Xmx128m", "-XX:+UseSerialGC", "-cp", classpath,
            "io.evaldata.datasets.extract.UnpackMain", archive, out, threads]
    result = {"ours": ours, "bsdtar": ["bsdtar", "-xf", archive, "-C", out]}
    if archive.endswith(".zip"):
        result["unzip"] = ["unzip", "-q", archive, "-d", out]
        result["Python"] = python(PYTHON_ZIP, archive, out)
    else:
        result["tar + pigz"] = ["tar", "-I", "pigz", "-xf", archive, "-C", out]
        result["tar"] = ["tar", "-xzf", archive, "-C", out]
        result["Python"] = python(PYTHON_TAR, archive, out)
    if importlib.util.find_spec("torchvision"):
        result["torchvision"] = python(TORCHVISION, archive, out)
    return {name: command for name, command in result.items() if shutil.which(command[0])}


def run(archive, key):
    """Seconds, CPU seconds, peak MiB, and what the command said."""
    out = tempfile.mkdtemp(prefix="out.", dir=os.environ.get("BENCH_SPENT", folder))
    command = commands(archive, out)[key]
    os.sync()
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    said = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    process.returncode = status
    if status:
        sys.exit(f"{command[0]} failed: {said}")
    empty(out)
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said.split()


def empty(out):
    """Frees the disk but keeps the files: for minutes ext4 passes over the inodes of files that were deleted, one by one for
    every file that is made, and would be measured instead of the unpackers. Whoever made the folder deletes it."""
    for path, _, names in os.walk(out):
        for name in names:
            os.truncate(os.path.join(path, name), 0)


def table(archive):
    name = os.path.basename(archive)
    runs = {key: [] for key in commands(archive, "")}
    for _ in range(rounds):
        for key, results in runs.items():
            results.append(run(archive, key))
    median = {key: [statistics.median(r[i] for r in results) for i in range(3)] for key, results in runs.items()}
    inside = statistics.median(float(r[3][0]) for r in runs["ours"])
    best = min(values[0] for key, values in median.items() if key != "ours")

    print(f"{name}: {os.path.getsize(archive) / 1e6:.0f} MB, {runs['ours'][0][3][1]} files, medians of {rounds}")
    print(f"  {'':12} {'seconds':>8} {'of best':>8} {'inside':>8} {'of best':>8} {'CPU s':>7} {'MiB':>5}")
    for key, (seconds, cpu, rss) in median.items():
        own = f"{inside:8.3f} {inside / best:8.2f}" if key == "ours" else " " * 17
        print(f"  {key:12} {seconds:8.3f} {seconds / best:8.2f} {own} {cpu:7.2f} {rss:5.0f}")
    of_best, of_python = BARS.get(name, (None, None))
    if of_best:
        print(f"  bar: {of_best} of the best", end="")
        print(f", {of_python} of Python, reached {median['ours'][0] / median['Python'][0]:.2f}" if of_python else "")
    sys.stdout.flush()
    if of_best:
        peer = min((key for key in median if key != "ours"), key=lambda key: median[key][0])
        size = f"{runs['ours'][0][3][1]} files, {os.path.getsize(archive) / 1e6:.0f} MB"
        seconds, cpu, rss = median["ours"]
        common.row(f"unpack {name}", size, seconds, peer, best, of_best, cpu, rss)
        if of_python:
            common.row(f"unpack {name}", size, seconds, "Python", median["Python"][0], of_python, cpu, rss)


for chosen in sys.argv[5:] or BARS:
    table(os.path.join(folder, chosen))
