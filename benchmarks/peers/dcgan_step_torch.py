"""One DCGAN training step, and sampling, in PyTorch: the same model, losses and optimizers as FashionGan.

    python3 dcgan_step_torch.py [--batch 128] [--threads 2] [--steps 15] [--channels-last] [--compile] [--flush-denormal] [--no-onednn]
                                [--sample 0] [--size 28] [--channels 1] [--device cpu] [--tf32 as-is] [--json]

The networks are those of NetworkShape.Of for the size and the channels (1 gray, 3 colour). Prints the median milliseconds of a step (or, with --sample N, images per second of the generator in inference mode).
Runs on PyTorch 1.13 (Debian's packages python3-torch and libopenblas0-pthread: with the reference BLAS, which python3-torch is content
with, a step takes several times as long) and on 2.x.
"""
import argparse
import json
import resource
import statistics
import time

import torch
import torch.nn.functional as F
from torch import nn


class Generator(nn.Module):
    def __init__(self):
        super().__init__()
        self.dense = nn.Linear(100, side * side * filters[0], bias=False)
        self.norm0 = nn.BatchNorm1d(side * side * filters[0])
        self.convs = nn.ModuleList(
            nn.ConvTranspose2d(cin, cout, 5, 2 if i else 1, 2, output_padding=int(i > 0), bias=False)
            for i, (cin, cout) in enumerate(zip(filters, filters[1:] + [args.channels])))
        self.norms = nn.ModuleList(nn.BatchNorm2d(cout) for cout in filters[1:])

    def forward(self, z):
        x = F.leaky_relu(self.norm0(self.dense(z)), 0.3).view(-1, filters[0], side, side)
        if args.channels_last:
            x = x.contiguous(memory_format=torch.channels_last)
        for conv, norm in zip(self.convs, self.norms):
            x = F.leaky_relu(norm(conv(x)), 0.3)
        return torch.tanh(self.convs[-1](x))


class Discriminator(nn.Module):
    def __init__(self):
        super().__init__()
        widths = filters[:0:-1]
        self.convs = nn.ModuleList(nn.Conv2d(cin, cout, 5, 2, 2) for cin, cout in zip([args.channels] + widths, widths))
        self.dense = nn.Linear(side * side * widths[-1], 1)

    def forward(self, x):
        for conv in self.convs:
            x = F.dropout(F.leaky_relu(conv(x), 0.3), 0.3)
        return self.dense(x.flatten(1))


parser = argparse.ArgumentParser()
parser.add_argument("--batch", type=int, default=128)
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
parser.add_argument("--tf32", choices=["as-is", "off", "on"], default="as-is")
parser.add_argument("--json", action="store_true")
args = parser.parse_args()
# Maps double from 4 or 7 pixels a side; their channels halve, from 512 at most to 64.
side = 7 if args.size % 7 == 0 else 4
doublings = (args.size // side).bit_length() - 1
filters = [min(512, 64 << (doublings - i)) for i in range(doublings + 1)]

torch.set_num_threads(args.threads)
if args.flush_denormal:
    torch.set_flush_denormal(True)
torch.backends.mkldnn.enabled = not args.no_onednn
if args.tf32 != "as-is":
    torch.backends.cudnn.allow_tf32 = torch.backends.cuda.matmul.allow_tf32 = args.tf32 == "on"
# The processor is the default; PyTorch 1.13 has no such function.
if args.device != "cpu":
    torch.set_default_device(args.device)
generator, discriminator = Generator(), Discriminator()
images = torch.rand(args.batch, args.channels, args.size, args.size) * 2 - 1
if args.channels_last:
    generator = generator.to(memory_format=torch.channels_last)
    discriminator = discriminator.to(memory_format=torch.channels_last)
    images = images.contiguous(memory_format=torch.channels_last)
g_optimizer = torch.optim.Adam(generator.parameters(), 2e-4, (0.5, 0.999), eps=1e-7)
d_optimizer = torch.optim.Adam(discriminator.parameters(), 2e-4, (0.5, 0.999), eps=1e-7)
bce = nn.BCEWithLogitsLoss()


def step():
    with torch.no_grad():
        fake = generator(torch.randn(args.batch, 100))
    d_optimizer.zero_grad()
    real_logits, fake_logits = discriminator(images), discriminator(fake)
    d_loss = bce(real_logits, torch.ones_like(real_logits)) + bce(fake_logits, torch.zeros_like(fake_logits))
    d_loss.backward()
    d_optimizer.step()

    g_optimizer.zero_grad()
    discriminator.requires_grad_(False)
    fake_logits = discriminator(generator(torch.randn(args.batch, 100)))
    g_loss = bce(fake_logits, torch.ones_like(fake_logits))
    g_loss.backward()
    discriminator.requires_grad_(True)
    g_optimizer.step()
    return d_loss.item(), g_loss.item()


def sample():
    with torch.no_grad():
        for _ in range(0, args.sample, args.batch):
            generator(torch.randn(args.batch, 100)).cpu()


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
result = {"peer": f"PyTorch {torch.__version__}", "setting": " ".join(n for n in ("channels-last" if args.channels_last else "", "compiled" if args.compile else "",
          "" if args.device == "cpu" else f"{torch.cuda.get_device_name()}, TF32 {args.tf32}") if n) or "eager",
          "threads": args.threads, "batch": args.batch}
if args.sample:
    # Whole batches were drawn.
    result["images_per_second"] = round(-(-args.sample // args.batch) * args.batch / median, 1)
else:
    # Linux counts kilobytes.
    result |= {"ms_per_step": round(median * 1e3, 2), "ms_fastest": round(min(times) * 1e3, 2),
               "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10}
print(json.dumps(result) if args.json else ", ".join(f"{k} {v}" for k, v in result.items()))
