"""Opens the ten classification sets with torchvision and ImageNet with ImageFolder, and decodes every image.

usage: classification.py <classification root> <imagenet validation folder>
"""
import sys

import torchvision.datasets as datasets
from torchvision.datasets import cifar

root, imagenet = sys.argv[1:3]

# torchvision knows CIFAR's files by their digests; a part of them, or a stand-in, has others.
cifar.check_integrity = lambda path, md5=None: True
datasets.CIFAR10.meta = {**datasets.CIFAR10.meta, "md5": None}
datasets.CIFAR100.meta = {**datasets.CIFAR100.meta, "md5": None}

# Flowers102 has the digests of its label files built in; Stanford Cars and the others look for names only.
from torchvision.datasets import flowers102

flowers102.check_integrity = lambda path, md5=None: True

SETS = {
    "food101": lambda: datasets.Food101(root, split="test"),
    "cifar10": lambda: datasets.CIFAR10(root, train=False),
    "cifar10, training": lambda: datasets.CIFAR10(root, train=True),
    "cifar100": lambda: datasets.CIFAR100(root, train=False),
    "cifar100, training": lambda: datasets.CIFAR100(root, train=True),
    "sun397": lambda: datasets.SUN397(root),
    "stanford_cars": lambda: datasets.StanfordCars(root, split="test"),
    "fgvc_aircraft": lambda: datasets.FGVCAircraft(root, split="test"),
    "dtd": lambda: datasets.DTD(root, split="test", partition=1),
    "oxford_pets": lambda: datasets.OxfordIIITPet(root, split="test"),
    "caltech101": lambda: datasets.Caltech101(root),
    "flowers102": lambda: datasets.Flowers102(root, split="test"),
    "imagenet": lambda: datasets.ImageFolder(imagenet),
}

for name, opened in SETS.items():
    dataset = opened()
    assert len(dataset) > 0, f"{name} is empty"
    labels = set()
    for image, label in dataset:
        image.convert("RGB").load()
        labels.add(label)
    assert min(labels) >= 0
    print(f"{name}: {len(dataset)} images decoded, {len(labels)} labels")
