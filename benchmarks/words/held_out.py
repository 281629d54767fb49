#!/usr/bin/env python3
"""Writes a data set whose test pictures are those of Fashion-MNIST and the training pictures that captions --hold-out leaves out.

    dotnet run --project src/FashionGan.Cli -- captions --out captions.jsonl --hold-out
    python3 benchmarks/words/held_out.py captions.jsonl held-out
    dotnet run --project src/FashionGan.Cli -- evaluate --model text --data held-out --count 13293

Needs Python 3.9 or later and nothing else. A model that has been trained with --hold-out has seen none of these pictures. The test pictures
alone have 51 captions that ask for a pattern in a combination that is held out; these have 346.
"""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from fashion_mnist import KINDS, read, write


def main(captions, out):
    with open(captions, encoding="utf-8") as file:
        told = {json.loads(line)["picture"] for line in file}
    os.makedirs(out, exist_ok=True)
    for kind in KINDS:
        head, train = read("train", kind)
        write(out, "train", kind, head, train)
        write(out, "t10k", kind, head, [thing for i, thing in enumerate(train) if i not in told] + read("t10k", kind)[1])


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
