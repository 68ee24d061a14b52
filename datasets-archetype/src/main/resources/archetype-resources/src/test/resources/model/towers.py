"""Writes image-tower.onnx and text-tower.onnx, the smallest pair that ClipModel accepts: python3 towers.py

The image tower means the pixels of each channel; the text tower looks up three numbers for each token and means them. ONNX is
Protocol Buffers; the field numbers are those of onnx.proto.
"""

import struct

FLOAT, INT64 = 1, 7


def varint(number):
    out = b""
    while number > 127:
        out += bytes([number & 127 | 128])
        number >>= 7
    return out + bytes([number])


def field(number, value):
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    data = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(data)) + data


def node(operation, inputs, output, *attributes):
    return b"".join([field(1, name) for name in inputs]) + field(2, output) + field(4, operation) + b"".join(
        [field(5, attribute) for attribute in attributes])


def number(name, value):
    return field(1, name) + field(3, value) + field(20, 2)


def numbers(name, *values):
    return field(1, name) + b"".join([field(8, value) for value in values]) + field(20, 7)


def value(name, kind, *shape):
    dimensions = b"".join([field(1, field(2, size) if isinstance(size, str) else field(1, size)) for size in shape])
    return field(1, name) + field(2, field(1, field(1, kind) + field(2, dimensions)))


def model(file, nodes, input, output, *constants):
    graph = b"".join([field(1, n) for n in nodes]) + field(2, "tower") + b"".join([field(5, c) for c in constants])
    graph += field(11, input) + field(12, output)
    with open(file, "wb") as out:
        out.write(field(1, 7) + field(7, graph) + field(8, field(1, "") + field(2, 12)))


model(
    "image-tower.onnx",
    [node("GlobalAveragePool", ["pixel_values"], "means"), node("Flatten", ["means"], "image_embeds", number("axis", 1))],
    value("pixel_values", FLOAT, 1, 3, 8, 8),
    value("image_embeds", FLOAT, 1, 3))

# One row for each number in vocabulary.json: start, end, red, green, blue, the rest neutral.
rows = [(0, 0, 0), (0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1)] + [(0.1, 0.1, 0.1)] * 20
table = field(1, len(rows)) + field(1, 3) + field(2, FLOAT) + field(8, "table")
table += field(9, b"".join([struct.pack("<3f", *row) for row in rows]))
model(
    "text-tower.onnx",
    [
        node("Gather", ["table", "input_ids"], "rows", number("axis", 0)),
        node("ReduceMean", ["rows"], "text_embeds", numbers("axes", 1), number("keepdims", 0)),
    ],
    value("input_ids", INT64, 1, "tokens"),
    value("text_embeds", FLOAT, 1, 3),
    table)
