"""What ClipPixels should make of a small picture, worked out with NumPy and no code of this project: python3 pixels.py > pixels.json

Bicubic scaling as Pillow documents it: Keys' cubic with a = -0.5, its reach widened by the factor of shrinking, weights normalised.
Pillow rounds between its two passes and works with integers; here as in ClipPixels only the end is rounded.
"""

import json

import numpy as np

MEANS, DEVIATIONS = np.array([0.48145466, 0.4578275, 0.40821073]), np.array([0.26862954, 0.26130258, 0.27577711])
WIDTH, HEIGHT, SIDE = 37, 21, 8

picture = np.random.default_rng(20261122).integers(0, 256, (HEIGHT, WIDTH, 3))


def cubic(x, a=-0.5):
    x = np.abs(x)
    near = (a + 2) * x**3 - (a + 3) * x**2 + 1
    far = a * x**3 - 5 * a * x**2 + 8 * a * x - 4 * a
    return np.where(x < 1, near, np.where(x < 2, far, 0))


def matrix(old, new):
    scale = old / new
    widening = max(scale, 1)
    centres = (np.arange(new)[:, None] + 0.5) * scale
    positions = np.arange(old)[None, :] + 0.5
    weights = cubic((positions - centres) / widening)
    return weights / weights.sum(axis=1, keepdims=True)


shorter = min(WIDTH, HEIGHT)
width, height = WIDTH * SIDE // shorter, HEIGHT * SIDE // shorter
scaled = np.einsum("yh,hwc,xw->yxc", matrix(HEIGHT, height), picture, matrix(WIDTH, width))
top, left = (height - SIDE) // 2, (width - SIDE) // 2
cut = np.clip(np.floor(scaled[top:top + SIDE, left:left + SIDE] + 0.5), 0, 255) / 255
print(json.dumps({
    "madeWith": "NumPy " + np.__version__,
    "width": WIDTH,
    "height": HEIGHT,
    "side": SIDE,
    "rgb": [int(r) << 16 | int(g) << 8 | int(b) for r, g, b in picture.reshape(-1, 3)],
    "pixels": ((cut - MEANS) / DEVIATIONS).transpose(2, 0, 1).ravel().tolist(),
}))
