"""Writes label maps and polygon frames that look like COCO-Stuff and Cityscapes; the same ones for the same arguments.

usage: generate.py maps|frames DIRECTORY COUNT WIDTH HEIGHT
"""
import json
import math
import os
import random
import sys

import numpy as np
from PIL import Image, ImageDraw

NO_ROW = {11, 25, 28, 29, 44, 65, 67, 68, 70, 82, 90}
STUFF = [raw for raw in range(91, 182)]
THINGS = [raw for raw in range(90) if raw not in NO_ROW]
LABELS = ("road sidewalk building wall fence pole polegroup vegetation terrain sky person rider car cargroup truck bus "
          "bicycle motorcycle static dynamic").split() + ["traffic sign", "traffic light", "license plate"]


def smooth_noise(rng, width, height, cell, strength):
    """Noise that changes over so many pixels."""
    small = rng.normal(0, strength, (height // cell + 2, width // cell + 2)).astype(np.float32)
    return np.asarray(Image.fromarray(small).resize((width, height), Image.BICUBIC))


def outline(rng, cx, cy, radius, points):
    """A rough closed shape: the outline of a thing as people click it."""
    reach = [radius * (0.6 + 0.5 * rng.random()) for _ in range(points)]
    return [(round(cx + reach[i] * math.cos(2 * math.pi * i / points)),
             round(cy + reach[i] * math.sin(2 * math.pi * i / points) * 0.7)) for i in range(points)]


def stuff_map(seed, width, height):
    """Regions with ragged borders, a few things with clicked outlines, some pixels without label."""
    rng = np.random.default_rng(seed)
    chance = random.Random(seed)
    x = np.arange(width, dtype=np.float32)[None, :] + smooth_noise(rng, width, height, 12, 6)
    y = np.arange(height, dtype=np.float32)[:, None] + smooth_noise(rng, width, height, 12, 6)
    regions = int(rng.integers(5, 16))
    nearest = np.full((height, width), np.inf, dtype=np.float32)
    result = np.zeros((height, width), dtype=np.uint8)
    for _ in range(regions):
        cx, cy = rng.random() * width, rng.random() * height
        distance = (x - cx) ** 2 + (2 * (y - cy)) ** 2
        raw = 255 if chance.random() < 0.1 else chance.choice(STUFF)
        closer = distance < nearest
        result[closer] = raw
        nearest = np.where(closer, distance, nearest)
    image = Image.fromarray(result)
    draw = ImageDraw.Draw(image)
    for _ in range(chance.randint(2, 9)):
        radius = chance.choice((10, 20, 40, 90)) * width / 640
        shape = outline(chance, chance.random() * width, chance.random() * height, radius, chance.randint(10, 40))
        draw.polygon(shape, fill=chance.choice(THINGS))
    return image


def street_frame(seed, width, height):
    """About a hundred objects: large ones behind, small ones in front."""
    chance = random.Random(seed)
    objects = []
    for n in range(100):
        radius = width * (0.45 if n < 6 else 0.12 if n < 25 else 0.03) * (0.3 + chance.random())
        shape = outline(chance, chance.random() * width, height * (0.2 + 0.6 * chance.random()), radius,
                        chance.randint(4, 60 if n < 60 else 14))
        objects.append({"label": chance.choice(LABELS), "polygon": shape})
    return {"imgHeight": height, "imgWidth": width, "objects": objects}


def main(kind, directory, count, width, height):
    os.makedirs(directory, exist_ok=True)
    for seed in range(count):
        if kind == "maps":
            stuff_map(seed, width, height).save(os.path.join(directory, "%012d.png" % seed))
        else:
            with open(os.path.join(directory, "street_%06d_gtFine_polygons.json" % seed), "w") as out:
                json.dump(street_frame(seed, width, height), out, indent=4)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:6]))
