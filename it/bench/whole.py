"""The whole way of one archive: fetched from loopback, SHA-256 checked, unpacked; ours as the goal prepare does it.

usage: whole.py [ROUNDS [FILES]]      FILES small files in the tar.gz, a tenth as many pictures in the zips;
                                      0 rounds only make the data
"""

import json
import os
import subprocess
import sys

import rounds
from rounds import bash

count = int(sys.argv[1]) if len(sys.argv) > 1 else 5
files = int(sys.argv[2]) if len(sys.argv) > 2 else 50_000
SMALL_KIB, PICTURE_KIB = 10, 160
CHECKED = "curl; openssl beside bsdtar"  # the fastest of those that prove what they unpack, as ours does

work = rounds.folder("whole")
data = rounds.once(os.path.join(work, f"www-{files}"), lambda folder: (
    os.mkdir(folder),
    subprocess.run([sys.executable, os.path.join(rounds.HERE, "unpack-data.py"), folder,
                    str(files // 10), str(PICTURE_KIB), str(files), str(SMALL_KIB)], check=True)))
url = rounds.serve(data)
out = os.path.join(work, "out")


def clean():
    rounds.renew(out)


def ours(archive, address):
    """The catalogue that a user would write for this one archive, and the program that prepares it."""
    path = os.path.join(data, archive)
    name = archive.partition(".")[0]
    catalogue = os.path.join(work, name + ("-slow" if address.endswith("/slow") else "") + ".json")
    glob, expected = ("images/*/*.jpg", files) if archive.endswith("gz") else ("val2017/*.jpg", files // 10)
    with open(catalogue, "w") as written:
        json.dump({"datasets": [{
            "id": name,
            "group": "classification",
            "sources": [{"file": archive, "urls": [f"{address}/{archive}"], "bytes": os.path.getsize(path),
                         "sha256": rounds.sha256(path)}],
            "steps": [{"unpack": archive, "members": [{"from": "{path**}", "to": "{path}"}]}],
            "expect": [{"glob": glob, "count": expected}],
        }]}, written)
    return rounds.java("prepare.PrepareMain", catalogue, out + "/root", out + "/cache", 8)


def fetched(address, archive):
    """Steps that leave the checked archive in the folder."""
    digest = rounds.sha256(os.path.join(data, archive))
    aria = f"aria2c -q -x8 -s8 --checksum=sha-256={digest} -d {out} -o archive {address}/{archive}; "
    curl = f"curl -sS -o {out}/archive {address}/{archive}; "
    return aria, curl, digest


def tar_gz():
    archive = "small.tar.gz"
    aria, curl, digest = fetched(url, archive)
    slow_aria, _, _ = fetched(url + "/slow", archive)
    size = f"{files} files, {os.path.getsize(os.path.join(data, archive)) / 1e6:.0f} MB"
    piped = (f"curl -sS {url}/{archive} | tee >(sha256sum > {out}/sum) | pigz -dc | tar -xf - -C {out}; wait; "
             f"grep -q {digest} {out}/sum")
    rounds.Leg("whole way tar.gz", size, ours(archive, url), {
        "curl into sha256sum, pigz, tar": bash(piped),
        "aria2c; tar with pigz": bash(aria + f"tar -I pigz -xf {out}/archive -C {out}"),
        "curl; tar": bash(curl + f"tar -xzf {out}/archive -C {out}"),
    }, {"best": 1.0}, clean).race(count)
    rounds.Leg("whole way tar.gz, 20 MB/s each", size, ours(archive, url + "/slow"), {
        "aria2c -x8; tar with pigz": bash(slow_aria + f"tar -I pigz -xf {out}/archive -C {out}"),
    }, {"best": 0.55}, clean).race(count)


def zips():
    for archive, kind, target in (("stored.zip", "stored", 0.75), ("deflated.zip", "deflated", 0.62)):
        _, curl, digest = fetched(url, archive)
        size = f"{files // 10} pictures, {os.path.getsize(os.path.join(data, archive)) / 1e6:.0f} MB"
        python = ("import sys,urllib.request,zipfile; urllib.request.urlretrieve(sys.argv[1], sys.argv[2]); "
                  "zipfile.ZipFile(sys.argv[2]).extractall(sys.argv[3])")
        rounds.Leg(f"whole way zip {kind}", size, ours(archive, url), {
            "curl into bsdtar": bash(f"curl -sS {url}/{archive} | bsdtar -xf - -C {out}"),
            "curl; bsdtar": bash(curl + f"bsdtar -xf {out}/archive -C {out}"),
            CHECKED: bash(curl + f"openssl dgst -sha256 -r {out}/archive > {out}/sum & "
                          f"bsdtar -xf {out}/archive -C {out}; wait $!; grep -q {digest} {out}/sum"),
            "urllib and zipfile": [rounds.PYTHON, "-c", python, f"{url}/{archive}", f"{out}/archive", out],
        }, {"best": target, CHECKED: 1.0}, clean, least(archive, kind)).race(count)


def least(archive, kind):
    """What of the way nobody can do without, where members need no inflating."""
    if kind != "stored":
        return None
    return [*rounds.program("Floor"), f"{url}/{archive}", out, rounds.sha256(os.path.join(data, archive))]


legs = {"tar": tar_gz, "zip": zips}
for leg in sys.argv[3:] or legs:
    legs[leg]()
clean()
