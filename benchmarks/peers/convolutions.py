"""Runs single convolutions of FashionGan, of ONNX Runtime (forward) and of TorchSharp in turn, and prints the ratios.

    python3 benchmarks/peers/convolutions.py [--sizes 14 28 32 64] [--channels 64 128 256] [--kernel 3] [--stride 1] [--batch 16]
                                             [--rounds 3] [--debian13] [--json FILE]

As many channels out as in. Needs Python 3.9 or later and nothing else. With --debian13 TorchSharp runs in a Debian 13 that debian13.sh
makes beside this system; without, it runs where its libraries are there. Ours runs on two threads; TorchSharp on one and on two, each with
its channels one after the other and beside each other at each pixel. The fastest run of all rounds counts, for TorchSharp that of its best
setting.
"""
import argparse
import json
import sys

from compare import DEBIAN13, number_from, our_settings, torchsharp_settings, writable_file

PASSES = {"forward": "forward", "input gradient": "to the input", "kernel gradient": "to the kernel"}
THREADS = 2
ONNX_RUNTIME = "ONNX Runtime 1.31.1"


def measured(settings, size, channels, args):
    """Milliseconds by program and pass: the fastest of all rounds and settings."""
    fastest = {}

    def add(program, name, ms):
        fastest[program, name] = min(ms, fastest.get((program, name), ms))

    ours, peers = settings
    common = ["--kernel", str(args.kernel), "--stride", str(args.stride), "--batch", str(args.batch), "--channels", str(channels)]
    for _ in range(args.rounds):
        for found in ours.result(["convolution", "--sizes", str(size), *common, "--rounds", "1"])["passes"]:
            add(ours.program, found["pass"], found["ms"])
            if found["onnx_runtime_ms"]:
                add(ONNX_RUNTIME, found["pass"], found["onnx_runtime_ms"])
        for peer in peers:
            for layout in ([], ["--channels-last"]):
                for name, ms in (peer.result(["--size", str(size), *common, *layout]) or {}).items():
                    add(peer.program, name, ms)
    return fastest


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--sizes", type=number_from(1), nargs="+", default=[14, 28, 32, 64], help="pixels a side of the maps")
    parser.add_argument("--channels", type=number_from(1), nargs="+", default=[64, 128, 256], help="channels in and out")
    parser.add_argument("--kernel", type=int, choices=[1, 3, 5, 7], default=3, help="taps a side")
    parser.add_argument("--stride", type=int, choices=[1, 2], default=1, help="steps between its places")
    parser.add_argument("--batch", type=number_from(1), default=16, help="pictures")
    parser.add_argument("--rounds", type=number_from(1), default=3, help="how often each program is measured")
    parser.add_argument("--debian13", action="store_true", help="run TorchSharp in a Debian 13 (needs root)")
    parser.add_argument("--json", metavar="FILE", type=writable_file, default=argparse.SUPPRESS, help="also write the result here")
    args = parser.parse_args()

    ours = next(setting for setting in our_settings() if setting.threads == THREADS)
    peers = torchsharp_settings(DEBIAN13 if args.debian13 else [])
    if not peers:
        sys.exit("TorchSharp does not run here; --debian13 brings what it needs.")
    print("\n| maps | channels | pass | ours, ms | TorchSharp, ms | ONNX Runtime, ms | ratio to the faster |")
    print("|---|---|---|---|---|---|---|", flush=True)
    rows = []
    for size in args.sizes:
        for channels in args.channels:
            fastest = measured((ours, peers), size, channels, args)
            for name, words in PASSES.items():
                mine = fastest[ours.program, name]
                others = {program: ms for (program, kind), ms in fastest.items() if kind == name and program != ours.program}
                rows.append({"size": size, "channels": channels, "pass": name, "ms": mine, "others": others})
                cells = [f"{ms:.3f}" if ms else "" for ms in (mine, *map(others.get, (peers[0].program, ONNX_RUNTIME)))]
                ratio = f"{min(others.values()) / mine:.2f}" if others else ""
                print(f"| {size} x {size} | {channels} | {words} | {' | '.join(cells)} | {ratio} |", flush=True)
    if "json" in args:
        with open(args.json, "w", encoding="utf-8") as file:
            json.dump(rows, file, indent=2)


if __name__ == "__main__":
    main()
