"""Does the work of the published converters, in two processes, with the libraries they use.

usage: reference.py numpy|opencv|pillow TABLE IN OUT
"""
import json
import os
import sys
from multiprocessing import Pool

import numpy as np
from PIL import Image, ImageDraw

PROCESSES = 2


def id_pairs(table):
    """The pairs of old and new id of a table of the plugin."""
    for key, new in table["ids"].items():
        ends = key.split("-")
        for old in range(int(ends[0]), int(ends[-1]) + 1):
            yield old, new


def numpy_map(job):
    """One pass over the picture for each id."""
    source, target, pairs = job
    old = np.array(Image.open(source))
    new = old.copy()
    for before, after in pairs:
        new[old == before] = after
    Image.fromarray(new).save(target)


def opencv_map(job):
    """What somebody in a hurry would do: a table, and another PNG library."""
    import cv2
    cv2.setNumThreads(1)
    source, target, pairs = job
    table = np.arange(256, dtype=np.uint8)
    for before, after in pairs:
        table[before] = after
    cv2.imwrite(target, cv2.LUT(cv2.imread(source, cv2.IMREAD_UNCHANGED), table))


def pillow_frame(job):
    """Polygons in order, later ones on top."""
    source, target, ids = job
    with open(source) as text:
        frame = json.load(text)
    image = Image.new("L", (int(frame["imgWidth"]), int(frame["imgHeight"])), 255)
    draw = ImageDraw.Draw(image)
    for item in frame["objects"]:
        label = item["label"]
        if label not in ids and label.endswith("group"):
            label = label[:-len("group")]
        if item.get("deleted") or ids[label] < 0:
            continue
        draw.polygon([tuple(point) for point in item["polygon"]], fill=ids[label])
    image.save(target)


def main(kind, table, source, target):
    os.makedirs(target, exist_ok=True)
    with open(table) as text:
        table = json.load(text)
    if kind == "pillow":
        work, data = pillow_frame, {row["name"]: row["trainId"] for row in table["labels"]}
    else:
        work, data = {"numpy": numpy_map, "opencv": opencv_map}[kind], list(id_pairs(table))
    jobs = [(os.path.join(source, name), os.path.join(target, name.rsplit(".", 1)[0] + ".png"), data)
            for name in sorted(os.listdir(source))]
    with Pool(PROCESSES) as pool:
        pool.map(work, jobs, chunksize=8)


if __name__ == "__main__":
    main(*sys.argv[1:5])
