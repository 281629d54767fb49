"""Makes the files of this folder with NumPy: python3 make.py. What each holds is said in NpyFileTests."""

import numpy as np

count = np.arange(6).reshape(2, 3)
types = {f"type_{name}": (count - 1).astype(name) for name in ["f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "?"]}
np.savez_compressed(
    "numpy.npz", **types, big_f4=(count - 1).astype(">f4"), big_i2=(count - 1).astype(">i2"), fortran=np.asfortranarray(count),
    fortran_3d=np.asfortranarray(np.arange(24).reshape(2, 3, 4)), scalar=np.float32(1.5), vector=np.arange(3), empty=np.zeros((0, 4)),
    edges_f2=np.array([65504, -65504, np.inf, np.nan], "f2"), edges_u4=np.array([0, 2**32 - 1], "u4"))
np.save("version_2.npy", count)
with open("version_2.npy", "wb") as file:
    np.lib.format.write_array(file, count, version=(2, 0))
np.savez("objects.npz", objects=np.array([None, "text"], object), texts=np.array(["a", "bc"]),
         structures=np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f4")]), complex=np.array([1j]), unsigned=np.array([1], "u8"),
         plain=np.arange(2))
