"""Runs FashionGan's training step and sampling, and those of every framework found on this machine, in turn, and prints the ratios.

    python3 benchmarks/peers/compare.py [--network dcgan|residual|stylegan] [--rounds 3] [--steps 15] [--batch 128] [--sample 2560]
                                        [--size 28] [--channels gray|colour] [--peers-python PYTHON ...] [--debian13] [--json FILE]

A step of residual networks is one with the relativistic loss, R1 and R2; a StyleGAN's has no penalty, as 15 of 16 steps with lazy R1.
Needs Python 3.9 or later and nothing else; the peers need their packages (Debian: python3-torch and libopenblas0-pthread). With --debian13
PyTorch and TorchSharp run in a Debian 13 that debian13.sh makes beside this system; without, TorchSharp runs where its libraries are there.
A peer gets every setting that could be its best: the first round runs all of them, the others those that came within half as much again of
the best.
A program's figure is the median of its rounds; a peer's is that of its best setting.
"""
import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, field

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PROJECT = os.path.join(ROOT, "benchmarks", "FashionGan.Benchmarks")
TORCHSHARP = os.path.join(HERE, "torchsharp")
# The words before a command that run it in Debian 13; the working directory is this folder there too.
DEBIAN13 = [os.path.join(HERE, "debian13.sh"), HERE]
DLL = os.path.join(PROJECT, "bin", "Release", "net10.0", "FashionGan.Benchmarks.dll")
PATIENCE = 900  # seconds for one run
NEAR_BEST = 1.5
# What our step is told beside the network's name.
OUR_OPTIONS = {"dcgan": [], "residual": ["--loss", "relativistic", "--r1", "1", "--r2", "1"], "stylegan": []}


@dataclass
class Setting:
    """One way to run one program, and what came of it, round by round."""
    program: str
    name: str
    step_ms: list = field(default_factory=list)
    peak_mib: list = field(default_factory=list)
    images_per_second: list = field(default_factory=list)

    def step(self, args):
        """Milliseconds of a training step, and the most resident memory in MiB where it is known; None when it could not be measured."""
        raise NotImplementedError

    def sample(self, args):
        """Pictures drawn in a second; None when it could not be measured."""
        raise NotImplementedError

    def measure(self, args):
        """One round."""
        ms, mib = self.step(args) or (None, None)
        rate = self.sample(args) if args.sample and ms else None
        if ms:
            self.step_ms.append(ms)
            print(f"  {self.program}, {self.name}: {ms:.1f} ms" + (f", {mib} MiB" if mib else "")
                  + (f", {rate:.0f} images/s" if rate else ""), flush=True)
        if mib:
            self.peak_mib.append(mib)
        if rate:
            self.images_per_second.append(rate)


@dataclass
class Peer(Setting):
    """A script that prints JSON."""
    command: list = field(default_factory=list)
    environment: dict = field(default_factory=dict)

    def step(self, args):
        result = self.run(args, ["--steps", str(args.steps)])
        return result and (result["ms_per_step"], result.get("peak_mib"))

    def sample(self, args):
        result = self.run(args, ["--sample", str(args.sample)])
        return result and result["images_per_second"]

    def run(self, args, arguments):
        arguments = [*arguments, "--batch", str(args.batch)]
        if not is_standard(args):
            arguments += ["--network", args.network, "--size", str(args.size), "--channels", "3" if args.channels == "colour" else "1"]
        return self.result(arguments)

    def result(self, arguments):
        """What it prints when it is told these; None, and a line that says why, when it fails."""
        try:
            done = subprocess.run(
                self.command + arguments, env={**os.environ, **self.environment}, cwd=HERE, capture_output=True, text=True,
                timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            print(f"  {self.program}, {self.name}: no result within {PATIENCE} s", flush=True)
            return None
        if done.returncode != 0:
            print(f"  {self.program}, {self.name}: failed: {(done.stderr.strip() or '?').splitlines()[-1]}", flush=True)
            return None
        return json.loads(done.stdout.strip().splitlines()[-1])


@dataclass
class Ours(Setting):
    """The program beside this folder, which writes JSON to a file."""
    threads: int = 1

    def step(self, args):
        result = self.run(args, ["step", "--steps", str(args.steps), "--batch", str(args.batch), "--network", args.network,
                                 *OUR_OPTIONS[args.network]])
        return result["ms_per_step"], result["peak_resident_bytes"] >> 20

    def sample(self, args):
        return self.run(args, ["sample", "--count", str(args.sample)])["images_per_second"]

    def run(self, args, arguments):
        return self.result([*arguments, "--size", str(args.size), "--channels", args.channels])

    def result(self, arguments):
        """What it writes when it is told these."""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "result.json")
            command = ["dotnet", DLL, *arguments, "--threads", str(self.threads), "--json", path]
            done = subprocess.run(command, capture_output=True, text=True)
            if done.returncode != 0:
                sys.exit(done.stderr.strip())
            with open(path, encoding="utf-8") as file:
                return json.load(file)


def is_standard(args):
    """Whether it is the DCGAN for Fashion-MNIST's pictures, all that the peer in TensorFlow knows."""
    return args.network == "dcgan" and args.size == 28 and args.channels == "gray"


def output_of(command):
    """The last line that a command prints, or None when it cannot be run."""
    try:
        done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, timeout=PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return None
    lines = done.stdout.strip().splitlines()
    return lines[-1] if done.returncode == 0 and lines else None


def torch_settings(python):
    version = output_of([*python, "-c", "import torch; print(torch.__version__, hasattr(torch, 'compile'))"])
    if version is None:
        return []
    version, compiles = version.split()
    script = [*python, "step_torch.py", "--json"]
    # OpenBLAS and OpenMP each bring threads; where both spin, they take the cores from one another.
    one_pool = {"OPENBLAS_NUM_THREADS": "1"}
    passive = {**one_pool, "OMP_WAIT_POLICY": "PASSIVE"}
    active = {**one_pool, "OMP_WAIT_POLICY": "ACTIVE", "OMP_PROC_BIND": "true"}
    # Large tensors stay in the heap instead of being mapped, and their pages zeroed, at each allocation.
    keeping = {"MALLOC_MMAP_THRESHOLD_": "1073741824", "MALLOC_TRIM_THRESHOLD_": "4294967296"}
    settings = [
        ("1 thread", ["--threads", "1"], {}),
        ("1 thread, memory kept", ["--threads", "1"], keeping),
        ("1 thread, memory kept, AVX-512 outside of oneDNN", ["--threads", "1"], {**keeping, "ATEN_CPU_CAPABILITY": "avx512"}),
        ("1 thread, denormals flushed", ["--threads", "1", "--flush-denormal"], {}),
        ("1 thread, channels last", ["--threads", "1", "--channels-last"], {}),
        ("1 thread, without oneDNN", ["--threads", "1", "--no-onednn"], {}),
        ("2 threads", ["--threads", "2"], {}),
        ("2 threads, one for BLAS", ["--threads", "2"], one_pool),
        ("2 threads, one for BLAS, waiting passively", ["--threads", "2"], passive),
        ("2 threads, one for BLAS, waiting passively, memory kept", ["--threads", "2"], {**passive, **keeping}),
        ("2 threads, one for BLAS, pinned", ["--threads", "2"], active),
        ("2 threads, one for BLAS, waiting passively, denormals flushed", ["--threads", "2", "--flush-denormal"], passive),
        ("2 threads, one for BLAS, waiting passively, channels last", ["--threads", "2", "--channels-last"], passive),
    ]
    if compiles == "True":
        settings += [
            ("2 threads, compiled", ["--threads", "2", "--compile"], {}),
            ("2 threads, compiled, channels last", ["--threads", "2", "--compile", "--channels-last"], {}),
        ]
    return [Peer(f"PyTorch {version} ({name_of(python)})", name, command=script + options, environment=environment)
            for name, options, environment in settings]


def tensorflow_settings(python):
    version = output_of([*python, "-c", "import tensorflow as tf, tf_keras; print(tf.__version__)"])
    if version is None:
        return []
    script = [*python, "dcgan_step_tensorflow.py", "--json"]
    settings = [(f"{threads} {'thread' if threads == 1 else 'threads'}{', XLA' if xla else ''}{', without oneDNN' if not onednn else ''}",
                 ["--threads", str(threads)] + (["--xla"] if xla else []), {"TF_ENABLE_ONEDNN_OPTS": str(int(onednn))})
                for threads in (1, 2) for xla in (False, True) for onednn in (True, False)]
    return [Peer(f"TensorFlow {version} ({name_of(python)})", name, command=script + options, environment=environment)
            for name, options, environment in settings]


def torchsharp_settings(before):
    """TorchSharp as published by .NET; before are the words that run it elsewhere."""
    print("Building the peer in TorchSharp ...", flush=True)
    build = ["dotnet", "build", "-c", "Release", "-v", "quiet", TORCHSHARP]
    if subprocess.run(build, stdout=subprocess.DEVNULL).returncode != 0:
        return []
    program = [*before, "dotnet", os.path.join("torchsharp", "bin", "Release", "net10.0", "GanStep.dll")]
    if output_of([*program, "--batch", "1", "--sample", "1"]) is None:
        return []
    return [Peer("TorchSharp 0.107.0", f"{threads} {'thread' if threads == 1 else 'threads'}",
                 command=[*program, "--threads", str(threads)])
            for threads in (1, 2)]


def name_of(python):
    return "Debian 13" if python[:1] == DEBIAN13[:1] else python[0]


def find_peers(pythons, before, args):
    """Every setting of every framework that one of the Pythons has, and of TorchSharp."""
    peers = torchsharp_settings(before)
    if not peers:
        print("TorchSharp: does not run here; --debian13 brings what it needs.", flush=True)
    frameworks = {"PyTorch": torch_settings} | ({"TensorFlow with tf_keras": tensorflow_settings} if is_standard(args) else {})
    for framework, settings_of in frameworks.items():
        found = [setting for python in pythons for setting in settings_of(python)]
        if not found:
            print(f"{framework}: not found in {', '.join(map(name_of, pythons)) or 'no Python'}.", flush=True)
        peers += found
    return peers


def our_settings():
    print("Building FashionGan's benchmark ...", flush=True)
    if subprocess.run(["dotnet", "build", "-c", "Release", "-v", "quiet", PROJECT], stdout=subprocess.DEVNULL).returncode != 0:
        sys.exit("FashionGan's benchmark does not build.")
    return [Ours("FashionGan", f"{threads} {'thread' if threads == 1 else 'threads'}", threads=threads) for threads in (1, 2)]


def best(settings):
    """Of one program's settings the fastest step and the fastest sampling; they may be two."""
    step = min((s for s in settings if s.step_ms), key=lambda s: statistics.median(s.step_ms), default=None)
    sample = max((s for s in settings if s.images_per_second), key=lambda s: statistics.median(s.images_per_second), default=None)
    return step, sample


def near_best(setting, settings):
    step, sample = best(settings)
    return bool(setting.step_ms) and (
        statistics.median(setting.step_ms) <= NEAR_BEST * statistics.median(step.step_ms)
        or (bool(setting.images_per_second)
            and statistics.median(setting.images_per_second) * NEAR_BEST >= statistics.median(sample.images_per_second)))


def table(programs, sampled):
    our_step, our_sample = best(programs["FashionGan"])
    rows = [["program", "best setting for the step", "ms a step", "ours is", "peak MiB", "best setting for sampling", "images/s",
             "ours is"]]
    results = []
    for program, settings in programs.items():
        step, sample = best(settings)
        if step is None:
            continue
        ms = statistics.median(step.step_ms)
        row = {"program": program, "step_setting": step.name, "ms_per_step": ms, "step_ratio": ms / statistics.median(our_step.step_ms)}
        mib = max(step.peak_mib, default=None)
        row |= {"peak_mib": mib}
        cells = [program, step.name, f"{ms:.1f}", f"{row['step_ratio']:.2f} x", str(mib or "")]
        if sampled and sample and our_sample:
            rate = statistics.median(sample.images_per_second)
            row |= {"sample_setting": sample.name, "images_per_second": rate,
                    "sample_ratio": statistics.median(our_sample.images_per_second) / rate}
            cells += [sample.name, f"{rate:.0f}", f"{row['sample_ratio']:.2f} x"]
        rows.append(cells + [""] * (len(rows[0]) - len(cells)))
        results.append(row)
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    print()
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
    return results


def number_from(least):
    """The type of an argument that is a whole number of at least so much."""
    def parse(text):
        if not text.isascii() or not text.isdigit() or int(text) < least:
            raise argparse.ArgumentTypeError(f"needs a whole number from {least} on, not '{text}'")
        return int(text)
    return parse


def existing_program(text):
    """The type of an argument that names a program."""
    if shutil.which(text) is None:
        raise argparse.ArgumentTypeError(f"there is no program '{text}'")
    return text


def writable_file(text):
    """The type of an argument that names a file to write; what cannot be written is said before anything is measured."""
    is_new = not os.path.exists(text)
    try:
        open(text, "a", encoding="utf-8").close()
    except OSError as error:
        raise argparse.ArgumentTypeError(f"'{text}' cannot be written: {error.strerror}") from error
    if is_new:
        os.remove(text)
    return text


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--network", choices=list(OUR_OPTIONS), default="dcgan", help="the networks")
    parser.add_argument("--rounds", type=number_from(1), default=3, help="how often each program is measured")
    parser.add_argument("--steps", type=number_from(1), default=15, help="training steps in a round")
    parser.add_argument("--batch", type=number_from(1), default=128, help="pictures in a step")
    parser.add_argument("--sample", type=number_from(0), default=2560, help="pictures to draw, with a DCGAN only; 0 for none")
    parser.add_argument("--size", type=int, choices=[28, 32, 56, 64, 112, 128], default=28, help="pixels a side of the pictures")
    parser.add_argument("--channels", choices=["gray", "colour"], default="gray", help="of the pictures")
    parser.add_argument("--peers-python", nargs="+", type=existing_program, default=argparse.SUPPRESS,
                        help="the Pythons that have the peers (default: this one, and python3 in /usr/bin and on the path)")
    parser.add_argument("--debian13", action="store_true", help="run PyTorch and TorchSharp in a Debian 13 (needs root)")
    parser.add_argument("--json", metavar="FILE", type=writable_file, default=argparse.SUPPRESS, help="also write the result here")
    args = parser.parse_args()

    if args.network != "dcgan":
        args.sample = 0

    # Two names of one Python are one.
    found = [shutil.which(p) for p in getattr(args, "peers_python", [sys.executable, "python3", "/usr/bin/python3"])]
    pythons = [[os.path.abspath(p)] for p in {os.path.realpath(p): p for p in found if p}.values()]
    before = DEBIAN13 if args.debian13 else []
    if args.debian13:
        pythons.append([*DEBIAN13, "python3"])
    programs = {}
    for setting in our_settings() + find_peers(pythons, before, args):
        programs.setdefault(setting.program, []).append(setting)
    everything = [setting for settings in programs.values() for setting in settings]
    interrupted = False
    try:
        for number in range(args.rounds):
            print(f"round {number + 1} of {args.rounds}", flush=True)
            for setting in everything:
                if number == 0 or isinstance(setting, Ours) or near_best(setting, programs[setting.program]):
                    setting.measure(args)
    except KeyboardInterrupt:
        interrupted = True
        print("interrupted; this is what was measured.", flush=True)
    if best(programs["FashionGan"])[0] is None:
        sys.exit(130)
    results = table(programs, args.sample > 0)
    if "json" in args:
        with open(args.json, "w", encoding="utf-8") as file:
            json.dump({
                "machine": platform.processor() or platform.machine(), "cores": os.cpu_count(), "network": args.network,
                "batch": args.batch, "size": args.size, "channels": args.channels, "rounds": args.rounds, "steps": args.steps,
                "ratios": results,
                "settings": [asdict(setting) for setting in everything],
            }, file, indent=2)
            file.write("\n")
    if interrupted:
        sys.exit(130)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
