"""Recall values for RecallTest, worked out with NumPy and no code of this project: python3 reference.py > reference.json"""

import json

import numpy as np

random = np.random.default_rng(20261122)
IMAGES, CAPTIONS = 23, 115

image_of_caption = random.permutation(np.repeat(np.arange(IMAGES), CAPTIONS // IMAGES))
# Few different values, so that many scores are equal and the order among equals matters.
scores = np.round(random.normal(size=(IMAGES, CAPTIONS)), 1)
scores[image_of_caption, np.arange(CAPTIONS)] += 1.0
scores = scores.astype(np.float32)


def recall(matrix, right, k):
    """Rows are queries; a stable sort keeps the first of equals in front."""
    best = np.argsort(-matrix, axis=1, kind="stable")[:, :k]
    return float(np.mean([np.any(right[query, best[query]]) for query in range(len(matrix))]))


belongs = image_of_caption[None, :] == np.arange(IMAGES)[:, None]
print(json.dumps({
    "madeWith": "NumPy " + np.__version__,
    "imageOfCaption": image_of_caption.tolist(),
    "scores": [[float(repr(round(float(x), 1))) for x in row] for row in scores],
    "imageToText": {str(k): recall(scores, belongs, k) for k in (1, 5, 10)},
    "textToImage": {str(k): recall(scores.T, belongs.T, k) for k in (1, 5, 10)},
}))
