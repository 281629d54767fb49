"""Makes the files of weights beside it, in the layouts that Keras documents in its source: python3 make.py

Keras 3: keras/src/saving/saving_lib.py (H5IOStore). Keras 2.13: the same, with another name for the layers.
Keras 2: keras/saving/hdf5_format.py (save_weights_to_hdf5_group). Keras itself is not needed, Debian's python3-h5py is.
Number i of array k is k + i / 1024.
"""
import io
import os
import zipfile

import h5py
import numpy as np

FOLDER = os.path.dirname(os.path.abspath(__file__))

# The layers of a sequential model and the shapes of their weights.
NORMALIZED = [("gamma", (8,)), ("beta", (8,)), ("moving_mean", (8,)), ("moving_variance", (8,))]
INNER = [
    ("dense", [("kernel", (8, 8)), ("bias", (8,))]),
    ("batch_normalization", NORMALIZED),
    ("dense_1", [("kernel", (8, 8))]),
]
MODEL = [
    ("dense", [("kernel", (3, 8)), ("bias", (8,))]),
    ("batch_normalization", NORMALIZED),
    ("leaky_re_lu", []),
    ("dense_1", [("kernel", (8, 8))]),
    ("sequential", INNER),
    ("reshape", []),
    ("conv2d_transpose", [("kernel", (3, 3, 5, 2))]),
    ("dropout", []),
    ("conv2d", [("kernel", (2, 2, 5, 1)), ("bias", (1,))]),
]


class Counted:
    """Arrays in the order of the model."""

    def __init__(self):
        self.count = -1

    def next(self, shape, dtype="<f4"):
        self.count += 1
        return (self.count + np.arange(np.prod(shape)) / 1024).reshape(shape).astype(dtype)


def keras3(file, container="layers", dtype="<f4"):
    counted = Counted()

    def write(place, layers):
        for name, weights in layers:
            layer = place.create_group(f"{container}/{name}")
            own = layer.create_group("vars")
            own.attrs["name"] = f"my_{name}"
            if name == "sequential":
                write(layer, weights)
            else:
                for i, (_, shape) in enumerate(weights):
                    own[str(i)] = counted.next(shape, dtype)
            if name == "dropout":
                layer.create_group("seed_generator/vars")["0"] = np.array([1, 2], dtype="u4")

    write(file, MODEL)
    file.create_group("vars")
    optimizer = file.create_group("optimizer/vars")
    optimizer["0"] = np.array(7, dtype="i8")


def keras2(group, in_parts=False):
    counted = Counted()

    def names(owner, attribute, values):
        values = [value.encode() for value in values]
        if in_parts and len(values) > 1:
            owner.attrs[f"{attribute}0"] = values[:2]
            owner.attrs[f"{attribute}1"] = values[2:]
        else:
            owner.attrs[attribute] = values

    # A session has made other layers before: numbers are those of the session.
    layers = [(f"{name}_7", weights) for name, weights in MODEL]
    names(group, "layer_names", [name for name, _ in layers])
    group.attrs["backend"] = b"tensorflow"
    group.attrs["keras_version"] = b"2.15.0"
    for name, weights in layers:
        layer = group.create_group(name)
        flat = [(f"{name}/{weight}:0", counted.next(shape)) for weight, shape in weights] if name != "sequential_7" else [
            (f"{inner}_9/{weight}:0", counted.next(shape)) for inner, own in weights for weight, shape in own]
        flat.sort(key=lambda weight: "moving" in weight[0])
        names(layer, "weight_names", [weight for weight, _ in flat])
        for weight, values in flat:
            layer[weight] = values


def path(name):
    return os.path.join(FOLDER, name)


def main():
    for name, options in {
        "keras3.weights.h5": {}, "keras3-float16.weights.h5": {"dtype": "<f2"}, "keras3-float64.weights.h5": {"dtype": "<f8"},
        "keras3-big-endian.weights.h5": {"dtype": ">f4"}, "keras3-int.weights.h5": {"dtype": "<i4"},
        "keras2.13.weights.h5": {"container": "_layer_checkpoint_dependencies"},
    }.items():
        with h5py.File(path(name), "w") as file:
            keras3(file, **options)

    weights = io.BytesIO()
    with h5py.File(weights, "w") as file:
        keras3(file)
    with zipfile.ZipFile(path("keras3.keras"), "w") as archive:
        for name, content in {"metadata.json": "{}", "config.json": "{}", "model.weights.h5": weights.getvalue()}.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    with zipfile.ZipFile(path("no-weights.keras"), "w") as archive:
        archive.writestr(zipfile.ZipInfo("config.json"), "{}")

    with h5py.File(path("keras2.h5"), "w") as file:
        keras2(file)
    with h5py.File(path("keras2-parts.h5"), "w") as file:
        keras2(file, in_parts=True)
    with h5py.File(path("keras2-model.h5"), "w") as file:
        file.attrs["model_config"] = b"{}"
        keras2(file.create_group("model_weights"))
        file.create_group("optimizer_weights")
    with h5py.File(path("other.h5"), "w") as file:
        file["numbers"] = np.arange(3)


main()
