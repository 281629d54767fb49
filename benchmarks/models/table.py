#!/usr/bin/env python3
"""Trains networks and objectives for the same computing time, judges them on pictures that none has seen, and writes one table.

    python3 benchmarks/models/table.py [--out models] [--results DIR] [--rows NAME ...] [--times 1] [--seed 1] [--steps] [--list]

Needs Python 3.9 or later and nothing else. Builds the program, and splits the training pictures of Fashion-MNIST: all networks learn from
the first 50,000, and are judged by the other 10,000, so that the test pictures stay unseen until one is chosen. A classifier that has
learned from the 50,000 compares them. Rows of a tenth learn from the first 5,000 and are judged by the same 10,000. A row's number of
epochs is chosen so that it takes about 15 minutes of two cores; --times 4 makes that an hour. What was trained and judged is not done
again, and a run that was stopped goes on, so call this again after Ctrl-C.
The figures of each row and table.md lie in --results, runs and their metrics.json in --out. The project's own figures are in
benchmarks/models/results: with these as --results only what is not there is trained. What a row is does not depend on how busy the machine
was, but its time does: --steps measures the steps of all rows, one after the other, on a machine that should have nothing else to do.
"""
import argparse
import json
import os
import re
import statistics
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "benchmarks"))
from fashion_mnist import KINDS, read, write

PROJECT = os.path.join(ROOT, "src", "FashionGan.Cli")
PROGRAM = os.path.join(PROJECT, "bin", "Release", "net10.0", "fashion-gan")
PICTURES, TENTH, BATCH = 50_000, 5_000, 64
LAZY_R1 = "--r1 0.1 --penalty-every 16"
TWO_PENALTIES = "--r1 0.1 --r2 0.1"
SPECTRAL = "--loss hinge --label-smoothing 0 --spectral-norm"
RESIDUAL = "--network residual --learning-rate 0.0002 --beta2 0.99 --label-smoothing 0"
STYLEGAN = "--network stylegan --learning-rate 0.01 --beta2 0.99 --label-smoothing 0"
# What a row is called, its epochs in 15 minutes, and what train is told. Names that begin with "tenth" learn from a tenth of the pictures.
ROWS = [
    ("dcgan", 15, ""),
    ("dcgan, least squares", 15, "--loss least-squares --label-smoothing 0"),
    ("dcgan, hinge, spectral norm", 14, SPECTRAL),
    ("dcgan, hinge, spectral norm, attention", 10, f"{SPECTRAL} --attention 14"),
    ("dcgan, Wasserstein, gradient penalty", 11, "--loss wasserstein --label-smoothing 0 --gradient-penalty 10"),
    ("dcgan, lazy R1", 15, LAZY_R1),
    ("dcgan, relativistic, R1 and R2", 11, f"--loss relativistic --label-smoothing 0 {TWO_PENALTIES}"),
    ("residual, lazy R1", 4, f"{RESIDUAL} {LAZY_R1}"),
    ("residual, relativistic, R1 and R2", 2, f"{RESIDUAL} --loss relativistic {TWO_PENALTIES}"),
    ("stylegan, lazy R1", 4, f"{STYLEGAN} {LAZY_R1}"),
    ("dcgan with classes, class weight 0.1", 14, "--conditional --class-weight 0.1"),
    ("dcgan with classes, lazy R1", 13, f"--conditional {LAZY_R1}"),
    ("dcgan with classes, lazy R1, class weight 0.1", 13, f"--conditional {LAZY_R1} --class-weight 0.1"),
    ("dcgan with classes, hinge, spectral norm, class weight 0.1", 13, f"--conditional {SPECTRAL} --class-weight 0.1"),
    ("residual with classes, lazy R1", 4, f"--conditional {RESIDUAL} {LAZY_R1}"),
    ("stylegan with classes, lazy R1", 4, f"--conditional {STYLEGAN} {LAZY_R1}"),
    ("tenth: dcgan", 150, ""),
    ("tenth: dcgan, DiffAugment", 150, "--diffaugment color,translation,cutout"),
    ("tenth: dcgan, DiffAugment, ADA", 150, "--diffaugment color,translation,cutout --ada 0.6"),
    ("tenth: dcgan, DiffAugment without color", 150, "--diffaugment translation,cutout"),
    ("tenth: stylegan with classes, lazy R1", 40, f"--conditional {STYLEGAN} {LAZY_R1}"),
    ("tenth: stylegan with classes, lazy R1, DiffAugment", 40,
     f"--conditional {STYLEGAN} {LAZY_R1} --diffaugment color,translation,cutout"),
]
STEPS, ROUNDS = "steps.json", 5
FIGURES = {"frechet_distance": ".2f", "kernel_distance": ".4f", "precision": ".3f", "recall": ".3f", "density": ".3f", "coverage": ".3f"}


def program(*arguments, log):
    """Runs the program, which gets Ctrl-C too and saves; ends this one where it fails. Its words go to a file, which is returned."""
    with open(log, "a", encoding="utf-8") as file:
        code = subprocess.call([PROGRAM, *arguments], stdout=file, stderr=file)
    if code:
        sys.exit(f"fashion-gan {' '.join(arguments)} ended with {code}: see {log}")
    with open(log, encoding="utf-8") as file:
        return file.read()


def split(out, pictures):
    """A folder of IDX files whose training pictures are the first ones, and whose test pictures the last 10,000."""
    folder = os.path.join(out, f"split-{pictures}")
    os.makedirs(folder, exist_ok=True)
    for kind in KINDS:
        head, train = read("train", kind)
        write(folder, "train", kind, head, train[:pictures])
        write(folder, "t10k", kind, head, train[PICTURES:])
    return folder


def is_tenth(name):
    """Whether a row learns from a tenth of the pictures."""
    return name.startswith("tenth")


def pictures_of(name):
    """How many pictures a row learns from."""
    return TENTH if is_tenth(name) else PICTURES


def command_of(row, out, args):
    """What train is told of a row."""
    name, epochs, options = row
    return [*options.split(), "--data", split(out, pictures_of(name)), "--batch-size", str(BATCH), "--seed", str(args.seed),
            "--epochs", str(epochs * args.times)]


def measure_steps(rows, out, args):
    """Writes the milliseconds of a step of each row to steps.json: the median of some rounds, for a machine has slower minutes."""
    log, said = os.path.join(out, "log"), {row[0]: [] for row in rows}
    for _ in range(ROUNDS):
        for row in rows:
            text = program("train", *command_of(row, out, args), "--dry-run", log=log)
            said[row[0]].append(float(re.findall(r"and ([\d,.]+) ms here", text)[-1].replace(",", "")))
    steps = {name: statistics.median(times) for name, times in said.items()}
    for name, ms in steps.items():
        print(f"{name}: {ms:.0f} ms, {min(said[name]):.0f} to {max(said[name]):.0f}", flush=True)
    with open(os.path.join(args.results, STEPS), "w", encoding="utf-8") as file:
        json.dump(steps, file, indent=2)


def measured(row, out, classifier, args):
    """Trains a row as far as it is not trained, judges it, and returns its figures."""
    name, epochs, options = row
    epochs *= args.times
    run = f"{re.sub('[^a-z0-9]+', '-', name.lower())}-{epochs}-{args.seed}"
    result = os.path.join(args.results, f"{run}.json")
    if os.path.exists(result):
        with open(result, encoding="utf-8") as file:
            return json.load(file)
    folder = os.path.join(out, run)
    os.makedirs(folder, exist_ok=True)
    print(f"{name}: {epochs} epochs", flush=True)
    log = os.path.join(folder, "log")
    command = command_of(row, out, args)
    said = program("train", *command, "--dry-run", log=log)
    resume = ["--resume"] if os.path.exists(os.path.join(folder, "run", "config.json")) else []
    program("train", *command, "--out", folder, *resume, log=log)
    judged = os.path.join(folder, "metrics.json")
    program("evaluate", "--run", folder, "--classifier", classifier, "--json", judged, log=log)
    with open(judged, encoding="utf-8") as file:
        metrics = json.load(file)
    figures = {
        "name": name, "epochs": epochs, "seed": args.seed, "options": options,
        # Both networks'; the log of a run that was stopped has them more than once.
        "parameters": [int(count.replace(",", "")) for count in re.findall(r"Total params: ([\d,]+)", said)[-2:]],
        "gflop": float(re.search(r"\(([\d,.]+) without padding\)", said)[1].replace(",", "")),
        "steps": epochs * (pictures_of(name) // BATCH),
        **{figure: metrics[figure]["judged"] for figure in FIGURES},
        "real": {figure: metrics[figure]["real_pictures"] for figure in FIGURES},
        "label_match": metrics["conditional"]["label_match"]["judged"] if metrics.get("conditional") else None,
    }
    with open(result, "w", encoding="utf-8") as file:
        json.dump(figures, file, indent=2)
    return figures


def table(rows, steps):
    """The rows as Markdown, the best distance first, with what real pictures have above.

    steps has the milliseconds of a step of those rows that were timed."""
    heads = ["", "epochs, seed", "parameters", "GFLOP a step", "ms", "minutes", "Fréchet", "kernel", "precision", "recall", "density",
             "coverage", "label match"]
    lines = [heads, ["---"] * len(heads),
             ["real pictures"] + [""] * 5 + [format(rows[0]["real"][figure], form) for figure, form in FIGURES.items()] + [""]]
    for row in sorted(rows, key=lambda row: (is_tenth(row["name"]), row["frechet_distance"])):
        ms = steps.get(row["name"])
        lines.append([row["name"], f"{row['epochs']}, {row['seed']}", " and ".join(f"{count:,}" for count in row["parameters"]),
                      f"{row['gflop']:.1f}", *([f"{ms:.0f}", f"{ms * row['steps'] / 60_000:.1f}"] if ms else ["", ""]),
                      *(format(row[figure], form) for figure, form in FIGURES.items()),
                      f"{row['label_match']:.3f}" if row["label_match"] is not None else ""])
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--out", default="models", help="the folder for runs [default: models]")
    parser.add_argument("--results", metavar="DIR", help="the folder for figures and table.md [default: results in --out]")
    parser.add_argument("--rows", nargs="+", metavar="NAME", help="which rows; all without it")
    parser.add_argument("--times", type=int, default=1, help="how many times 15 minutes a row takes [default: 1]")
    parser.add_argument("--seed", type=int, default=1, help="seed of the trainings [default: 1]")
    parser.add_argument("--steps", action="store_true", help="measure the time of each row's step instead, and end")
    parser.add_argument("--list", action="store_true", help="print the rows' names and options, and end")
    args = parser.parse_args()
    if args.list:
        for name, epochs, options in ROWS:
            print(f"{name} ({epochs} epochs): train {options}")
        return
    unknown = set(args.rows or []) - {name for name, _, _ in ROWS}
    if unknown:
        sys.exit(f"There is no row '{unknown.pop()}'; --list prints them.")
    if args.times < 1:
        sys.exit("--times must be at least 1.")
    out = os.path.abspath(args.out)
    args.results = os.path.abspath(args.results or os.path.join(out, "results"))
    os.makedirs(out, exist_ok=True)
    os.makedirs(args.results, exist_ok=True)
    if subprocess.call(["dotnet", "build", "-c", "Release", "-v", "q", "-clp:ErrorsOnly", PROJECT]):
        sys.exit("The program could not be built.")
    log = os.path.join(out, "log")
    program("train", "--dry-run", log=log)  # finds or fetches the data
    chosen = [row for row in ROWS if args.rows is None or row[0] in args.rows]
    if args.steps:
        measure_steps(chosen, out, args)
        return
    data, classifier = split(out, PICTURES), os.path.join(out, "classifier.safetensors")
    if not os.path.exists(classifier):
        program("train-classifier", "--data", data, "--out", classifier, log=log)
    steps, rows = {}, []
    if os.path.exists(os.path.join(args.results, STEPS)):
        with open(os.path.join(args.results, STEPS), encoding="utf-8") as file:
            steps = json.load(file)
    for row in chosen:
        rows.append(measured(row, out, classifier, args))
        with open(os.path.join(args.results, "table.md"), "w", encoding="utf-8") as file:
            file.write(table(rows, steps))
    print(table(rows, steps))


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
