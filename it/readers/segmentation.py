"""Pairs images with label maps as mmsegmentation's datasets do, and looks at every label.

usage: segmentation.py <segmentation root> [<folder with the eight cfg_*.py>]

Without a folder of configs the values of the published ones are used; with it, each config is executed as Python
and the values come from there.
"""
import glob
import os
import sys

import numpy
from PIL import Image

root = sys.argv[1]
configs = sys.argv[2] if len(sys.argv) > 2 else None


def published(data_root, images, maps, suffixes, ann_file=""):
    return {
        "data_root": os.path.join(root, data_root),
        "data_prefix": {"img_path": images, "seg_map_path": maps},
        "suffixes": suffixes,
        "ann_file": ann_file,
    }


VOC = ("VOCdevkit/VOC2012", "JPEGImages", "SegmentationClass", (".jpg", ".png"), "ImageSets/Segmentation/val.txt")
CONTEXT = (
    "VOCdevkit/VOC2010",
    "JPEGImages",
    "SegmentationClassContext",
    (".jpg", ".png"),
    "ImageSets/SegmentationContext/val.txt",
)
STUFF = ("coco_stuff164k", "images/val2017", "annotations/val2017")
CITY = ("_leftImg8bit.png", "_gtFine_labelTrainIds.png")

# name: class count, whether the zero label is no class, the published values
EXPECTED = {
    "voc20": (20, True, VOC),
    "voc21": (21, False, VOC),
    "context59": (59, True, CONTEXT),
    "context60": (60, False, CONTEXT),
    "coco_object": (81, False, STUFF + ((".jpg", "_instanceTrainIds.png"),)),
    "coco_stuff164k": (171, False, STUFF + ((".jpg", "_labelTrainIds.png"),)),
    "city_scapes": (19, False, ("cityscapes", "leftImg8bit/val", "gtFine/val", CITY)),
    "ade20k": (
        150,
        True,
        ("ade/ADEChallengeData2016", "images/validation", "annotations/validation", (".jpg", ".png")),
    ),
}


def written(name):
    """The dataset part of a written config, executed as Python."""
    path = os.path.join(configs, f"cfg_{name}.py")
    scope = {}
    with open(path, encoding="utf-8") as file:
        exec(compile(file.read(), path, "exec"), scope)
    dataset = scope["test_dataloader"]["dataset"]
    return {
        "data_root": dataset["data_root"],
        "data_prefix": dataset["data_prefix"],
        "suffixes": EXPECTED[name][2][3],
        "ann_file": dataset.get("ann_file", ""),
    }


def stems(values):
    folder = os.path.join(values["data_root"], values["data_prefix"]["img_path"])
    assert os.path.isdir(folder), folder
    if values["ann_file"]:
        with open(os.path.join(values["data_root"], values["ann_file"]), encoding="utf-8") as file:
            return [line.strip() for line in file]
    suffix = values["suffixes"][0]
    found = glob.glob(os.path.join(folder, "**", "*" + suffix), recursive=True)
    return sorted(os.path.relpath(path, folder)[: -len(suffix)] for path in found)


def labels(path, reduce_zero_label):
    with Image.open(path) as image:
        assert image.mode in ("L", "P"), f"{path} is of mode {image.mode}"
        values = numpy.unique(numpy.asarray(image)).astype(int)
    if reduce_zero_label:
        values = numpy.where((values == 0) | (values == 255), 255, values - 1)
    return set(values.tolist())


for name, (classes, reduce_zero_label, value) in EXPECTED.items():
    values = written(name) if configs else published(*value)
    allowed = set(range(classes)) | {255}
    seen = set()
    names = stems(values)
    assert names, f"{name} lists no image"
    for stem in names:
        image = os.path.join(values["data_root"], values["data_prefix"]["img_path"], stem + values["suffixes"][0])
        label_map = os.path.join(values["data_root"], values["data_prefix"]["seg_map_path"], stem + values["suffixes"][1])
        with Image.open(image) as picture:
            picture.convert("RGB").load()
        found = labels(label_map, reduce_zero_label)
        assert found <= allowed, f"{label_map} has {sorted(found - allowed)}"
        seen |= found
    print(f"{name}: {len(names)} pairs, {len(seen - {255})} of {classes} classes seen")
