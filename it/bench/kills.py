#!/usr/bin/env python3
"""Kills a preparation again and again (kill -9, at random moments) and lets it end at last.

    the tree     the same as that of a preparation which nobody disturbed
    the bytes    what the server wrote in total: at most 1.05 times the files' sizes

The server counts what it hands to the system, which is what was received by the client and what no client will ever
acknowledge, and gives each connection so many bytes per second and no more, not even at the beginning. Nine tenths of
the moments are drawn over the download, by bytes; the last tenth over starting and unpacking what is all there, by time, the
later ones last, up to three fifths of what the undisturbed preparation took: so that every kill finds something to kill.

By default 200 kills, files of 1000 MB (the smaller ones of the real sets; ADE20K's and COCO's pictures are 0.9 GB), and 400 kB/s
on each of 16 connections, 6 MB/s together, as a line into a house gives. About nine minutes and 5 GB of disk.

usage: kills.py [kills [megabytes [bytes-per-second]]]     Needs `mvn install -DskipTests`; MAVEN_REPOSITORY as in goals.py.
"""
import hashlib
import http.server
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

CHUNK = 1 << 14
HERE = pathlib.Path(__file__).resolve().parent


class Server(http.server.ThreadingHTTPServer):
    """Serves one folder, by range and slowly, and counts."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, folder, rate):
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder, self.rate, self.sent, self.requests = folder, rate, 0, 0
        self.counting = threading.Lock()

    def handle_error(self, request, client_address):
        """The client was killed: that is the point."""


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        file = self.server.folder / self.path.lstrip("/")
        size = file.stat().st_size
        start, end = 0, size
        asked = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
        if asked:
            start, end = int(asked[1]), min(size, int(asked[2]) + 1)
        self.send_response(206 if asked else 200)
        self.send_header("ETag", f'"{size}"')
        self.send_header("Content-Length", str(end - start))
        if asked:
            self.send_header("Content-Range", f"bytes {start}-{end - 1}/{size}")
        self.end_headers()
        with self.server.counting:
            self.server.requests += 1
        with open(file, "rb") as source:
            source.seek(start)
            due = time.monotonic()
            for position in range(start, end, CHUNK):
                chunk = source.read(min(CHUNK, end - position))
                self.wfile.write(chunk)
                with self.server.counting:
                    self.server.sent += len(chunk)
                due += len(chunk) / self.server.rate
                time.sleep(max(0.0, due - time.monotonic()))

    def log_message(self, *args):
        """Says nothing."""


def digest(root):
    """One digest of all paths and contents, our own folder aside."""
    total = hashlib.sha256()
    for file in sorted(path for path in root.rglob("*") if path.is_file()):
        name = file.relative_to(root)
        if name.parts[0] != ".datasets":
            total.update(f"{name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def command(ids, work, catalogue, where):
    version = re.search("<version>(.*?)</version>", (HERE / "../../pom.xml").read_text())[1]
    mvn = ["mvn", "-B", "-q", f"io.evaldata:datasets-maven-plugin:{version}:prepare", f"-Ddatasets={ids}",
           f"-Ddatasets.catalogs={catalogue}", f"-Ddatasets.root={work / where}", f"-Ddatasets.cache={work / where}-cache"]
    repository = os.environ.get("MAVEN_REPOSITORY")
    return mvn + ([f"-Dmaven.repo.local={repository}"] if repository else [])


def kill_once(mvn, work, server, bytes_more, seconds):
    """Runs until so many more bytes were sent or so much time is over; tells whether it had to be killed."""
    target, since = server.sent + bytes_more, time.monotonic()
    process = subprocess.Popen(mvn, cwd=work, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and server.sent < target and time.monotonic() - since < seconds:
        time.sleep(0.005)
    alive = process.poll() is None
    if alive:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    return alive


def main():
    kills, megabytes, rate = (int(given) for given in (sys.argv[1:] + ["200", "1000", "400000"][len(sys.argv) - 1:]))
    work = pathlib.Path(tempfile.mkdtemp(prefix="bench-kills."))
    chance = random.Random(kills)
    try:
        data = work / "data"
        ids = subprocess.check_output(
            [sys.executable, HERE / "goals-data.py", data, "2", str(megabytes * 5), "100"], text=True).strip()
        size = sum(file.stat().st_size for file in data.glob("*.tar.gz"))
        server = Server(data, rate)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        local = data / "catalogue.json"
        remote = work / "catalogue.json"
        remote.write_text(local.read_text().replace(f"file://{data}", f"http://127.0.0.1:{server.server_port}"))
        start = time.monotonic()
        subprocess.check_call(command(ids, work, local, "undisturbed"), cwd=work)
        undisturbed = time.monotonic() - start
        by_bytes = kills * 9 // 10
        late = sorted(chance.uniform(0, 0.6 * undisturbed) for _ in range(kills - by_bytes))
        mvn = command(ids, work, remote, "killed")
        done = 0
        while done < kills:
            if done < by_bytes:
                mean = (size - server.sent) / (by_bytes - done)
                killed = kill_once(mvn, work, server, chance.uniform(0, 2 * mean), 60)
            else:
                killed = kill_once(mvn, work, server, size, late[done - by_bytes])
            if not killed:
                break
            done += 1
            if done % 10 == 0:
                print(f"{done} of {kills} kills, {server.sent / size:.3f} of the size sent", flush=True)
        server.rate = 1e9
        subprocess.check_call(mvn, cwd=work)
        same = digest(work / "killed") == digest(work / "undisturbed")
        staging = list((work / "killed").glob(".datasets/*.staging"))
        ratio = server.sent / size
        print(f"{done} of {kills} kills, {server.requests} requests, files {size}, sent {server.sent}, ratio {ratio:.4f} (target 1.05),"
              f" tree {'identical' if same and not staging else 'DIFFERENT'}, load {os.getloadavg()[1]:.1f}")
        sys.exit(0 if done == kills and same and not staging and ratio <= 1.05 else 1)
    finally:
        shutil.rmtree(work, ignore_errors=True)


main()
