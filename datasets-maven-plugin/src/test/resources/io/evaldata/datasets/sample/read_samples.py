"""Opens the sample archives below argv[1] with what evaluation code uses; unpacks them below argv[2]."""
import io
import json
import os
import pickle
import shutil
import subprocess
import sys
import zipfile

import numpy
import scipy.io
from PIL import Image
from torchvision import datasets

made, root = sys.argv[1:3]


def unpack(file, folder=""):
    os.makedirs(os.path.join(root, folder), exist_ok=True)
    subprocess.check_call(["tar", "xf", os.path.join(made, file), "-C", os.path.join(root, folder)])


def decoded(dataset, expected):
    for index in range(len(dataset)):
        dataset[index][0].load()
    assert len(dataset) == expected, (dataset, len(dataset))


def without_digests(reader):
    """The readers of CIFAR and Flowers hold the published files' own digests."""
    meta = dict(getattr(reader, "meta", {}), md5=None)
    return type(reader.__name__, (reader,), {"_check_integrity": lambda self: True, "meta": meta})


unpack("cifar10/cifar-10-python.tar.gz")
unpack("cifar100/cifar-100-python.tar.gz")
decoded(without_digests(datasets.CIFAR10)(root, train=True), 50)
decoded(without_digests(datasets.CIFAR10)(root, train=False), 10)
decoded(without_digests(datasets.CIFAR100)(root, train=False), 10)
with open(os.path.join(root, "cifar-10-batches-py/test_batch"), "rb") as file:
    batch = pickle.load(file, encoding="bytes")
assert batch[b"data"].shape == (10, 3072) and batch[b"data"].dtype == numpy.uint8

unpack("food101/food-101.tar.gz")
decoded(datasets.Food101(root, "test"), 8)
unpack("sun397/SUN397.tar.gz")
decoded(datasets.SUN397(root), 12)
unpack("fgvc_aircraft/fgvc-aircraft-2013b.tar.gz")
decoded(datasets.FGVCAircraft(root, "test"), 8)
unpack("dtd/dtd-r1.0.1.tar.gz", "dtd")
decoded(datasets.DTD(root, "test", 1), 5)
unpack("oxford_pets/images.tar.gz", "oxford-iiit-pet")
unpack("oxford_pets/annotations.tar.gz", "oxford-iiit-pet")
decoded(datasets.OxfordIIITPet(root, "test", target_types="segmentation"), 8)

unpack("stanford_cars/cars_test.tgz", "stanford_cars")
unpack("stanford_cars/car_devkit.tgz", "stanford_cars")
shutil.copy(os.path.join(made, "stanford_cars/cars_test_annos_withlabels.mat"), os.path.join(root, "stanford_cars"))
cars = datasets.StanfordCars(root, "test")
decoded(cars, 12)
assert cars.classes[cars[1][1]] == "blue square", cars.classes

unpack("flowers102/102flowers.tgz", "flowers-102")
for file in ("imagelabels.mat", "setid.mat"):
    shutil.copy(os.path.join(made, "flowers102", file), os.path.join(root, "flowers-102"))
flowers = without_digests(datasets.Flowers102)(root, "test")
decoded(flowers, 4)
assert [flowers[index][1] for index in range(4)] == [0, 1, 2, 3]
assert scipy.io.loadmat(os.path.join(root, "flowers-102/setid.mat"))["tstid"].shape == (1, 4)


def runs(text):
    counts, at = [], 0
    while at < len(text):
        value, shift, more = 0, 0, True
        while more:
            bits = ord(text[at]) - 48
            value |= (bits & 31) << shift
            at, shift, more = at + 1, shift + 5, bits & 32
        if bits & 16:
            value |= -1 << shift
        counts.append(value + (counts[-2] if len(counts) > 2 else 0))
    return counts


with open(os.path.join(made, "voc2010_context/trainval_merged.json")) as file:
    context = json.load(file)
for annotation in context["annos_segmentation"]:
    height, width = annotation["segmentation"]["size"]
    counts = runs(annotation["segmentation"]["counts"])
    assert sum(counts) == height * width and min(counts[1:]) > 0, annotation

unpack("voc2012/VOCtrainval_11-May-2012.tar")
image, mask = datasets.VOCSegmentation(root, "2012", "val")[0]
assert mask.mode == "P" and mask.size == image.size and {0, 255} < set(mask.getdata())
assert mask.getpalette()[3:6] == [128, 0, 0] and mask.getpalette()[765:768] == [224, 224, 192]

with zipfile.ZipFile(os.path.join(made, "coco_stuff164k/stuffthingmaps_trainval2017.zip")) as stuff:
    raw = Image.open(io.BytesIO(stuff.read("val2017/000000000139.png")))
assert raw.mode == "L" and set(raw.getdata()) == {156, 37, 4, 255}, set(raw.getdata())
print("all read")
