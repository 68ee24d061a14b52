"""Fails unless two folders hold the same pictures; prints what share of the bytes ours take, in all and at worst.

usage: compare.py OURS REFERENCE
"""
import os
import sys

import numpy as np
from PIL import Image


def main(ours, reference):
    names = sorted(os.listdir(reference))
    if names != sorted(os.listdir(ours)):
        sys.exit("not the same files")
    size = {ours: 0, reference: 0}
    worst = 0
    for name in names:
        one, other = (os.path.join(folder, name) for folder in (ours, reference))
        if not np.array_equal(np.array(Image.open(one)), np.array(Image.open(other))):
            sys.exit(name + " differs")
        size[ours] += os.path.getsize(one)
        size[reference] += os.path.getsize(other)
        worst = max(worst, os.path.getsize(one) / os.path.getsize(other))
    print("%.2f %.2f" % (size[ours] / size[reference], worst))


if __name__ == "__main__":
    main(*sys.argv[1:3])
