"""Pickles for PickleTest, as base64 by protocol: python3 pickles.py > pickles.json"""

import base64
import json
import os
import pickle

import numpy as np

labels = [3, 300, 70000, -1]
value = {
    "labels": labels,
    "data": bytes([0, 127, 128, 255]),
    "pair": ("ä", "b"),
    "again": labels,
    "array": np.arange(1, 7, dtype=np.uint8).reshape(2, 3),
}


class Harmful:
    def __reduce__(self):
        return os.system, ("touch harmed",)


def encoded(thing, protocol):
    return base64.b64encode(pickle.dumps(thing, protocol)).decode()


pickles = {str(protocol): encoded(value, protocol) for protocol in range(2, 5)}
pickles["harmful"] = encoded(Harmful(), 2)
print(json.dumps(pickles, indent=1))
