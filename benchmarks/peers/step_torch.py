"""A GAN's training step, and sampling, in PyTorch: the same networks, losses and optimizers as FashionGan.

    python3 step_torch.py [--network dcgan] [--size 28] [--channels 1] [--batch 128 ...] [--threads 2] [--steps 15] [--channels-last]
                          [--compile] [--flush-denormal] [--no-onednn] [--sample 0] [--device cpu] [--tf32 as-is ...] [--json]

The networks are those that FashionGan has for the size and the channels (1 gray, 3 colour).
Prints the median milliseconds of a step, or, with --sample N, images per second of the generator in inference mode.
Runs on PyTorch 1.13 (Debian's packages python3-torch and libopenblas0-pthread: with the reference BLAS, which python3-torch is content
with, a step takes several times as long) and on 2.x.
"""
import argparse
import json
import resource
import statistics
import time

import torch

import dcgan_torch
import residual_torch
import stylegan_torch

parser = argparse.ArgumentParser()
parser.add_argument("--network", choices=["dcgan", "residual", "stylegan"], default="dcgan")
parser.add_argument("--batch", type=int, nargs="+", default=[128])
parser.add_argument("--threads", type=int, default=2)
parser.add_argument("--steps", type=int, default=15)
parser.add_argument("--channels-last", action="store_true")
parser.add_argument("--compile", action="store_true")
parser.add_argument("--flush-denormal", action="store_true")
parser.add_argument("--no-onednn", action="store_true")
parser.add_argument("--sample", type=int, default=0)
parser.add_argument("--size", type=int, default=28)
parser.add_argument("--channels", type=int, default=1)
parser.add_argument("--device", default="cpu")
# As it is, PyTorch uses TF32 in convolutions and not in matrix products.
parser.add_argument("--tf32", choices=["as-is", "off", "on"], nargs="+", default=["as-is"])
parser.add_argument("--json", action="store_true")
args = parser.parse_args()
network = {"dcgan": dcgan_torch, "residual": residual_torch, "stylegan": stylegan_torch}[args.network]

torch.set_num_threads(args.threads)
if args.flush_denormal:
    torch.set_flush_denormal(True)
torch.backends.mkldnn.enabled = not args.no_onednn
# The processor is the default; PyTorch 1.13 has no such function.
if args.device != "cpu":
    torch.set_default_device(args.device)


def measure(batch, tf32):
    if tf32 != "as-is":
        torch.backends.cudnn.allow_tf32 = torch.backends.cuda.matmul.allow_tf32 = tf32 == "on"
    generator, discriminator = network.networks(args.size, args.channels)
    images = torch.rand(batch, args.channels, args.size, args.size) * 2 - 1
    if args.channels_last:
        generator = generator.to(memory_format=torch.channels_last)
        discriminator = discriminator.to(memory_format=torch.channels_last)
        images = images.contiguous(memory_format=torch.channels_last)
    g_optimizer = torch.optim.Adam(generator.parameters(), **network.ADAM)
    d_optimizer = torch.optim.Adam(discriminator.parameters(), **network.ADAM)

    def step():
        with torch.no_grad():
            fake = generator(torch.randn(batch, 100))
        d_optimizer.zero_grad()
        d_loss = network.discriminator_loss(discriminator, images, fake)
        d_loss.backward()
        d_optimizer.step()

        g_optimizer.zero_grad()
        discriminator.requires_grad_(False)
        g_loss = network.generator_loss(discriminator, images, generator(torch.randn(batch, 100)))
        g_loss.backward()
        discriminator.requires_grad_(True)
        g_optimizer.step()
        return d_loss.item(), g_loss.item()

    def sample():
        with torch.no_grad():
            for _ in range(0, args.sample, batch):
                generator(torch.randn(batch, 100)).cpu()

    generator.train()
    if args.sample:
        generator.eval()
    run = sample if args.sample else step
    if args.compile:
        if args.sample:
            generator = torch.compile(generator)
        else:
            run = torch.compile(step)
    for _ in range(1 if args.sample else 3):
        run()
    times = []
    for _ in range(3 if args.sample else args.steps):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    median = statistics.median(times)
    settings = ("channels-last" if args.channels_last else "", "compiled" if args.compile else "",
                "" if args.device == "cpu" else f"{torch.cuda.get_device_name()}, TF32 {tf32}")
    result = {"peer": f"PyTorch {torch.__version__}", "network": f"{args.network} {args.size} x {args.size} x {args.channels}",
              "setting": " ".join(setting for setting in settings if setting) or "eager", "threads": args.threads, "batch": batch}
    if args.sample:
        # Whole batches were drawn.
        return result | {"images_per_second": round(-(-args.sample // batch) * batch / median, 1)}
    # Linux counts kilobytes.
    return result | {"ms_per_step": round(median * 1e3, 2), "ms_fastest": round(min(times) * 1e3, 2),
                     "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10}


# What it is comes first: it is not set back.
for tf32 in sorted(args.tf32):
    for batch in args.batch:
        result = measure(batch, tf32)
        print(json.dumps(result) if args.json else ", ".join(f"{k} {v}" for k, v in result.items()), flush=True)
