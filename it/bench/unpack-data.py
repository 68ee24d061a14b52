"""Makes the archives for unpack.sh: the same bytes for the same arguments.

usage: unpack-data.py FOLDER PICTURES PICTURE_KIB SMALL_FILES SMALL_KIB
"""

import io
import os
import random
import sys
import tarfile
import zipfile

folder, pictures, picture_kib, small, small_kib = sys.argv[1], *map(int, sys.argv[2:6])
numbers = random.Random(20261122)

# A little skewed, as JPEG data is, so that deflate codes literals instead of storing blocks.
skew = bytes(value if value % 16 else value // 2 for value in range(256))


def content(kib):
    return numbers.randbytes(numbers.randrange(kib << 9, kib * 3 << 9)).translate(skew)


with zipfile.ZipFile(os.path.join(folder, "stored.zip"), "w", zipfile.ZIP_STORED) as stored, \
        zipfile.ZipFile(os.path.join(folder, "deflated.zip"), "w", zipfile.ZIP_DEFLATED, compresslevel=6) as deflated:
    for index in range(pictures):
        picture = content(picture_kib)
        for archive in (stored, deflated):
            archive.writestr(f"val2017/{index:012d}.jpg", picture)

with tarfile.open(os.path.join(folder, "small.tar.gz"), "w:gz", compresslevel=6) as archive:
    for index in range(small):
        data = content(small_kib)
        member = tarfile.TarInfo(f"images/class_{index % 100:03d}/{index:06d}.jpg")
        member.size = len(data)
        archive.addfile(member, io.BytesIO(data))
