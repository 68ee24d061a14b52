"""Mean IoU for IntersectionOverUnionTest, worked out with NumPy and no code of this project: python3 reference.py > reference.json

The sums are mmsegmentation's: histograms of the pixels that are not ignored, over all images; classes in neither labels nor
predictions are left out of the mean.
"""

import json

import numpy as np

random = np.random.default_rng(20261122)
CLASSES, IGNORED = 9, 255
SIZES = [(17, 11), (8, 20), (13, 13)]


def images(with_zero_label):
    for height, width in SIZES:
        # Class 7 (as evaluated) occurs in predictions only, class 8 nowhere.
        prediction = random.integers(0, CLASSES - 1, (height, width))
        truth = np.where(random.random((height, width)) < 0.5, prediction, random.integers(0, CLASSES - 2, (height, width)))
        truth[truth == 7] = 3
        raw = truth + 1 if with_zero_label else truth
        void = random.random((height, width))
        raw = np.where(void < 0.1, IGNORED, raw)
        if with_zero_label:
            raw = np.where(void > 0.9, 0, raw)
        yield raw, prediction


def reduced(raw):
    """reduce_zero_label as mmsegmentation loads it, on 8-bit numbers."""
    label = raw.astype(np.uint8)
    label[label == 0] = 255
    label = label - 1
    label[label == 254] = 255
    return label.astype(np.int64)


def case(reduce_zero_label):
    pairs = list(images(reduce_zero_label))
    intersection, predicted, labelled = (np.zeros(CLASSES) for _ in range(3))
    for raw, prediction in pairs:
        label = reduced(raw) if reduce_zero_label else raw
        kept = label != IGNORED
        label, guess = label[kept], prediction[kept]
        intersection += np.histogram(guess[guess == label], bins=CLASSES, range=(0, CLASSES))[0]
        predicted += np.histogram(guess, bins=CLASSES, range=(0, CLASSES))[0]
        labelled += np.histogram(label, bins=CLASSES, range=(0, CLASSES))[0]
    with np.errstate(invalid="ignore"):
        iou = intersection / (predicted + labelled - intersection)
    return {
        "reduceZeroLabel": reduce_zero_label,
        "images": [{"width": p.shape[1], "height": p.shape[0], "labels": r.ravel().tolist(), "prediction": p.ravel().tolist()}
                   for r, p in pairs],
        "meanIoU": float(np.nanmean(iou)),
        "pixelAccuracy": float(intersection.sum() / labelled.sum()),
    }


print(json.dumps({"madeWith": "NumPy " + np.__version__, "classes": CLASSES, "cases": [case(False), case(True)]}))
