"""Joins captions and images of COCO and Flickr30k the way retrieval evaluations do.

usage: retrieval.py <root with coco/ and flickr30k-images/>
"""
import json
import os
import sys

from PIL import Image

root = sys.argv[1]


def decode(path):
    with Image.open(path) as image:
        image.convert("RGB").load()


def coco():
    folder = os.path.join(root, "coco")
    with open(os.path.join(folder, "annotations", "captions_val2017.json"), encoding="utf-8") as file:
        annotations = json.load(file)
    names = {image["id"]: image["file_name"] for image in annotations["images"]}
    pairs = [(names[entry["image_id"]], entry["caption"]) for entry in annotations["annotations"]]
    for name in names.values():
        decode(os.path.join(folder, "images", "val2017", name))
    return len(names), pairs


def flickr(split):
    with open(os.path.join(root, "flickr30k-images", f"flickr30k_{split}.json"), encoding="utf-8") as file:
        entries = json.load(file)
    pairs = []
    for entry in entries:
        # Images are named relative to the parent of flickr30k-images.
        assert entry["image"].startswith("flickr30k-images/"), entry["image"]
        decode(os.path.join(root, entry["image"]))
        assert isinstance(entry["caption"], list) and len(entry["caption"]) == 5, entry
        pairs += [(entry["image"], caption) for caption in entry["caption"]]
    return len(entries), pairs


for title, (images, pairs) in {
    "coco": coco(),
    "flickr30k val": flickr("val"),
    "flickr30k test": flickr("test"),
}.items():
    assert images and pairs, f"{title} is empty"
    assert all(caption.strip() for _, caption in pairs), f"{title} has an empty caption"
    print(f"{title}: {images} images, {len(pairs)} captions")
