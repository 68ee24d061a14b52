"""Makes tar.gz archives and a catalogue that prepares them as datasets, for the benchmarks of whole goals.

usage: goals-data.py FOLDER DATASETS FILES_EACH KIB_EACH

Content is pseudo-random (fixed seed), so that the archives are as large as what they hold, like archives of pictures.
"""
import gzip
import hashlib
import io
import json
import os
import random
import sys
import tarfile

FILES_PER_FOLDER = 100


def main():
    folder, datasets, files, kib = sys.argv[1], *map(int, sys.argv[2:5])
    os.makedirs(folder, exist_ok=True)
    noise = random.Random(1).randbytes(64 * 1024 + 4096)
    catalogue = []
    for number in range(datasets):
        name = f"bench{number:02d}"
        path = os.path.join(folder, name + ".tar.gz")
        with open(path, "wb") as raw, gzip.GzipFile("", "wb", 1, raw, 0) as packed:
            with tarfile.open(fileobj=packed, mode="w|", bufsize=1 << 20) as tar:
                for i in range(files):
                    info = tarfile.TarInfo(f"{name}/{i // FILES_PER_FOLDER:05d}/{i:07d}.jpg")
                    info.size = kib * 1024
                    start = (i * 7) % 4096
                    piece = noise[start:start + min(info.size, 64 * 1024)]
                    content = (piece * (info.size // len(piece) + 1))[:info.size]
                    tar.addfile(info, io.BytesIO(content))
        digest = hashlib.sha256()
        with open(path, "rb") as made:
            for block in iter(lambda: made.read(1 << 20), b""):
                digest.update(block)
        catalogue.append({
            "id": name,
            "group": "classification",
            "sources": [{
                "file": name + ".tar.gz",
                "urls": ["file://" + os.path.abspath(path)],
                "bytes": os.path.getsize(path),
                "sha256": digest.hexdigest(),
            }],
            "steps": [{"unpack": name + ".tar.gz", "members": [{"from": name + "/{path**}", "to": "{path}"}]}],
            "expect": [{"glob": "*/*.jpg", "count": files}],
        })
    with open(os.path.join(folder, "catalogue.json"), "w") as out:
        json.dump({"datasets": catalogue}, out, indent=1)
    print(",".join(entry["id"] for entry in catalogue))


main()
