"""What all benchmarks have in common: contestants measured in interleaved rounds, rows of one table, a server.

Environment: BENCH_DIR, where data is made and kept (default: bench-datasets in the system's temporary folder);
BENCH_ROWS, a file that every leg appends its rows to; BENCH_SPENT, a folder on the same disk where outputs are kept until its
owner deletes them all (default: until this program ends); BENCH_CLASSPATH, the plugin's classes and libraries, found out with
Maven when it is not set.
"""

import atexit
import hashlib
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
MODULE = os.path.join(HERE, "..", "..", "datasets-maven-plugin")
PYTHON = os.environ.get("PYTHON", "/usr/bin/python3")
COLUMNS = ["leg", "size", "ours s", "peer", "peer s", "ratio", "target", "", "CPU s", "RSS MiB"]


def folder(name):
    """A folder for data that is kept from one run to the next."""
    made = os.path.join(os.environ.get("BENCH_DIR") or os.path.join(tempfile.gettempdir(), "bench-datasets"), name)
    os.makedirs(made, exist_ok=True)
    return made


def once(path, make):
    """Makes a file or folder unless an earlier run has; a run that was cut short leaves nothing."""
    if not os.path.exists(path):
        part = path + ".part"
        shutil.rmtree(part, ignore_errors=True)
        make(part)
        os.rename(part, path)
    return path


def spent():
    """Where outputs lie until nothing is measured any more."""
    if "BENCH_SPENT" not in os.environ:
        os.environ["BENCH_SPENT"] = tempfile.mkdtemp(prefix="spent.", dir=folder("."))
        atexit.register(shutil.rmtree, os.environ["BENCH_SPENT"], True)
    return os.environ["BENCH_SPENT"]


def renew(path):
    """An empty folder in the place of a full one. The files of that one are emptied but not deleted: for minutes ext4 passes over
    the inodes of files that were deleted, one by one for every file that is made, and would be measured instead of the
    contestants."""
    if os.path.exists(path):
        for folder_path, _, names in os.walk(path):
            for name in names:
                os.truncate(os.path.join(folder_path, name), 0)
        os.rename(path, tempfile.mkdtemp(dir=spent()))
    os.mkdir(path)


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def classpath():
    """The plugin's classes, tests, and the libraries that it has in Maven: those of its tests, five times as many, would all be
    opened when the first connection is made."""
    if "BENCH_CLASSPATH" not in os.environ:
        listed = os.path.join(folder("java"), "classpath")
        subprocess.run(
            ["mvn", "-B", "-ntp", "-q", "test-compile", "-f", MODULE,
             "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath", "-DincludeScope=runtime",
             "-Dmdep.outputFile=" + listed],
            check=True)
        with open(listed) as file:
            libraries = file.read().strip()
        os.environ["BENCH_CLASSPATH"] = ":".join(
            [os.path.join(MODULE, "target", "classes"), os.path.join(MODULE, "target", "test-classes"), libraries])
    return os.environ["BENCH_CLASSPATH"]


def java(main, *arguments, heap="256m"):
    """A program of ours, with a heap as small as the promise."""
    os.environ["CLASSPATH"] = classpath()
    return ["java", "-Xmx" + heap, "io.evaldata.datasets." + main, *map(str, arguments)]


def program(name):
    """A single-file program of this folder."""
    classes = os.path.join(folder("java"), name)
    subprocess.run(["javac", "-d", classes, os.path.join(HERE, name + ".java")], check=True)
    return ["java", "-cp", classes, name]


def bash(script):
    """A pipeline, every part of which must succeed."""
    return ["bash", "-c", "set -euo pipefail; " + script]


def serve(www):
    """Serves a folder with nginx until this program ends: as it is, and below /slow/ at 20 MB/s per connection."""
    work = tempfile.mkdtemp(prefix="bench-nginx.")
    atexit.register(shutil.rmtree, work, True)
    os.chmod(work, 0o755)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    temporary = " ".join(f"{kind}_temp_path {work};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root;" if os.geteuid() == 0 else ""
    with open(os.path.join(work, "nginx.conf"), "w") as conf:
        conf.write(f"""
            {user} daemon off; pid {work}/pid; error_log {work}/error.log; worker_processes 1;
            events {{ worker_connections 256; }}
            http {{
              access_log off; sendfile on; tcp_nopush on; {temporary}
              server {{
                listen 127.0.0.1:{port}; root {www};
                location /slow/ {{ alias {www}/; limit_rate 20m; }}
              }}
            }}""")
    server = subprocess.Popen(["nginx", "-c", conf.name, "-p", work], stderr=subprocess.DEVNULL)
    atexit.register(server.wait)
    atexit.register(server.terminate)
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return f"http://127.0.0.1:{port}"
        time.sleep(0.05)
    sys.exit("nginx does not start")


class Run:
    """One program run to its end: wall seconds, CPU seconds of it and its children, peak RSS in MiB of the largest."""

    def __init__(self, command):
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        self.said = process.stdout.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        self.wall = time.monotonic() - start
        process.returncode = status
        if status:
            sys.exit(f"failed: {' '.join(command)}\n{self.said}")
        self.cpu = usage.ru_utime + usage.ru_stime
        self.rss = usage.ru_maxrss / 1024


class Leg:
    """One kind of work at one size: our program, the others', and what ratio is to be reached.

    targets: peer's name, or "best" for the fastest of all, to the largest allowed ratio of wall times
    before: makes everything as it has to be before each run; not measured
    least: a program that does less than anybody can, measured beside the others but no peer
    """

    def __init__(self, name, size, ours, peers, targets, before, least=None):
        self.name, self.size, self.targets, self.before = name, size, targets, before
        self.peers = list(peers)
        self.commands = {"ours": ours, **peers, **({"the least": least} if least else {})}
        self.runs = {key: [] for key in self.commands}

    def race(self, rounds):
        for _ in range(rounds):
            for key, command in self.commands.items():
                self.before()
                os.sync()
                self.runs[key].append(Run(command))
        if rounds:
            self.report()

    def median(self, key, what="wall"):
        return statistics.median(getattr(run, what) for run in self.runs[key])

    def report(self):
        print(f"{self.name}, {self.size}, medians of {len(self.runs['ours'])} interleaved rounds")
        for key, runs in self.runs.items():
            walls = " ".join(f"{run.wall:.2f}" for run in runs)
            print(f"  {key:28} {self.median(key):7.2f} s  {self.median(key, 'cpu'):7.2f} s CPU "
                  f"{self.median(key, 'rss'):6.0f} MiB   ({walls})  {runs[-1].said.strip()}", flush=True)
        for peer, target in self.targets.items():
            name = min(self.peers, key=self.median) if peer == "best" else peer
            row(self.name, self.size, self.median("ours"), name, self.median(name), target,
                self.median("ours", "cpu"), self.median("ours", "rss"))


def row(leg, size, ours, peer, theirs, target, cpu=None, rss=None):
    """One row of the table."""
    ratio = ours / theirs
    cells = [leg, size, f"{ours:.2f}", peer, f"{theirs:.2f}", f"{ratio:.2f}", f"{target:.2f}",
             "met" if ratio <= target else "MISSED",
             "" if cpu is None else f"{cpu:.2f}", "" if rss is None else f"{rss:.0f}"]
    if "BENCH_ROWS" in os.environ:
        with open(os.environ["BENCH_ROWS"], "a") as rows:
            rows.write("\t".join(cells) + "\n")
    else:
        print("  " + ", ".join(filter(None, cells)))


def table(path):
    """Prints all rows of a file as one table in Markdown."""
    with open(path) as file:
        rows = [COLUMNS, *(line.rstrip("\n").split("\t") for line in file)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(COLUMNS))]
    rows.insert(1, ["-" * width for width in widths])
    for cells in rows:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths)) + " |")


if __name__ == "__main__":
    table(sys.argv[1])
