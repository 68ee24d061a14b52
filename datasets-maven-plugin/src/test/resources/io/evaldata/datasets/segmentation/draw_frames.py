"""Draws polygon frames, one JSON object per line, with the Pillow that is installed; appends their pixels to one file.

usage: draw_frames.py LABELS FRAMES PIXELS
"""
import json
import sys

from PIL import Image, ImageDraw

with open(sys.argv[1]) as table:
    ids = {row["name"]: row["trainId"] for row in json.load(table)["labels"]}
with open(sys.argv[2]) as frames, open(sys.argv[3], "wb") as pixels:
    for line in frames:
        frame = json.loads(line)
        image = Image.new("L", (frame["imgWidth"], frame["imgHeight"]), 255)
        draw = ImageDraw.Draw(image)
        for item in frame["objects"]:
            draw.polygon([tuple(point) for point in item["polygon"]], fill=ids[item["label"]])
        pixels.write(image.tobytes())
