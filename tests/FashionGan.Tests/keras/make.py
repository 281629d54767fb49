"""Makes tutorial.weights.h5 and tutorial.h5 beside it: python3 make.py

Weights of the generator of TensorFlow's tutorial on DCGANs (https://www.tensorflow.org/tutorials/generative/dcgan), in the layouts of
Keras 3 and Keras 2, by Debian's python3-h5py. It is not trained: the weights repeat themselves, so that the files are small when
compressed.
"""
import os

import h5py
import numpy as np

FOLDER = os.path.dirname(os.path.abspath(__file__))
LAYERS = [
    ("dense", [("kernel", (100, 7 * 7 * 256))]),
    ("batch_normalization", 7 * 7 * 256),
    ("leaky_re_lu", []),
    ("reshape", []),
    ("conv2d_transpose", [("kernel", (5, 5, 128, 256))]),
    ("batch_normalization_1", 128),
    ("leaky_re_lu_1", []),
    ("conv2d_transpose_1", [("kernel", (5, 5, 64, 128))]),
    ("batch_normalization_2", 64),
    ("leaky_re_lu_2", []),
    ("conv2d_transpose_2", [("kernel", (5, 5, 1, 64))]),
]
NORMALIZATION = ["gamma", "beta", "moving_mean", "moving_variance"]


def values(weight, shape):
    pattern = (np.arange(np.prod(shape)) % 31 - 15) / 16
    return (1 + pattern / 4 if weight in ("gamma", "moving_variance") else pattern / 32).reshape(shape).astype("<f4")


def layers():
    for name, weights in LAYERS:
        yield name, [(weight, (weights,)) for weight in NORMALIZATION] if isinstance(weights, int) else weights


def main():
    compressed = {"compression": "gzip", "compression_opts": 9, "shuffle": True}
    with h5py.File(os.path.join(FOLDER, "tutorial.weights.h5"), "w") as file:
        file.create_group("vars")
        for name, weights in layers():
            own = file.create_group(f"layers/{name}/vars")
            own.attrs["name"] = name
            for i, (weight, shape) in enumerate(weights):
                own.create_dataset(str(i), data=values(weight, shape), **compressed)
    with h5py.File(os.path.join(FOLDER, "tutorial.h5"), "w") as file:
        file.attrs["layer_names"] = [name.encode() for name, _ in layers()]
        for name, weights in layers():
            layer = file.create_group(name)
            layer.attrs["weight_names"] = [f"{name}/{weight}:0".encode() for weight, _ in weights]
            for weight, shape in weights:
                layer.create_dataset(f"{name}/{weight}:0", data=values(weight, shape), **compressed)


main()
