"""Rounds the float32 tensors of a safetensors file to float16, the nearest, ties to even: half the size for weights that ship.

    python3 float16.py RUN/generator.safetensors generator.safetensors

Names, order, shapes and texts stay. Needs Python 3.8 or later and nothing else.
"""
import json
import struct
import sys


def rounded(source):
    length = int.from_bytes(source[:8], "little")
    header, data = json.loads(source[8:8 + length]), source[8 + length:]
    out, written = {}, bytearray()
    if "__metadata__" in header:
        out["__metadata__"] = header.pop("__metadata__")
    for name, entry in sorted(header.items(), key=lambda item: item[1]["data_offsets"][0]):
        begin, end = entry["data_offsets"]
        values = data[begin:end]
        if entry["dtype"] == "F32":
            count = len(values) // 4
            values = struct.pack(f"<{count}e", *struct.unpack(f"<{count}f", values))
            entry["dtype"] = "F16"
        out[name] = {"dtype": entry["dtype"], "shape": entry["shape"], "data_offsets": [len(written), len(written) + len(values)]}
        written += values
    text = json.dumps(out, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8)
    return len(text).to_bytes(8, "little") + text + bytes(written)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], "rb") as file:
        source = file.read()
    with open(sys.argv[2], "wb") as file:
        file.write(rounded(source))
