"""Accuracies for AccuracyTest, worked out with NumPy and no code of this project: python3 reference.py > reference.json"""

import json

import numpy as np

random = np.random.default_rng(20261122)
CLASSES, IMAGES = 13, 500

# Very unequal classes, one of them (12) without any image.
weights = np.append(0.7 ** np.arange(CLASSES - 1), 0.0)
labels = random.choice(CLASSES, size=IMAGES, p=weights / weights.sum())
predictions = np.where(random.random(IMAGES) < 0.6, labels, random.integers(0, CLASSES, IMAGES))

confusion = np.zeros((CLASSES, CLASSES), dtype=np.int64)
np.add.at(confusion, (labels, predictions), 1)
asked = confusion.sum(axis=1)
recalls = np.diag(confusion)[asked > 0] / asked[asked > 0]
print(json.dumps({
    "madeWith": "NumPy " + np.__version__,
    "classes": CLASSES,
    "labels": labels.tolist(),
    "predictions": predictions.tolist(),
    "top1": float(np.mean(labels == predictions)),
    "meanPerClass": float(np.mean(recalls)),
}))
