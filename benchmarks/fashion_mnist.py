"""Fashion-MNIST's files for scripts that divide its pictures anew."""
import gzip
import os
import struct
import sys

KINDS = ["images-idx3", "labels-idx1"]


def read(part, kind):
    """The header of an IDX file of "train" or "t10k", and the bytes of each picture or label."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    places = [os.environ.get("FASHION_MNIST_DIR") or os.path.join(cache, "fashion-gan", "fashion-mnist"),
              "/usr/share/datasets/fashion-mnist"]
    place = next((place for place in places if os.path.exists(os.path.join(place, "train-images-idx3-ubyte.gz"))), None)
    if place is None:
        sys.exit(f"Fashion-MNIST is not in {' or '.join(places)}.")
    with gzip.open(os.path.join(place, f"{part}-{kind}-ubyte.gz")) as file:
        data = file.read()
    head = 4 + 4 * data[3]
    size = (len(data) - head) // struct.unpack(">I", data[4:8])[0]
    return data[:head], [data[i:i + size] for i in range(head, len(data), size)]


def write(folder, part, kind, head, things):
    """Writes such a file, not compressed, with other pictures or labels."""
    with open(os.path.join(folder, f"{part}-{kind}-ubyte"), "wb") as file:
        file.write(head[:4] + struct.pack(">I", len(things)) + head[8:] + b"".join(things))
