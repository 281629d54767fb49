"""A small DCGAN for pictures of 64 x 64 in colour, in PyTorch: gradients of both players and five training steps.

    python3 dcgan64.py      writes dcgan64.safetensors beside this file; needs PyTorch 2 (Debian 13: python3-torch)

Every value is computed in float64 from the float32 numbers in the file. The metadata's "deviation" says of each output how far float32
lands from it: largest difference over largest magnitude, the worst of five runs, one from the numbers as they are and four from numbers moved by
about 2^-24 of themselves.
"""
import json
import math
import os
import struct

import torch
import torch.nn.functional as F

LATENT, BATCH, STEPS, COLOURS, BASE = 8, 6, 5, 3, 4
GENERATOR, DISCRIMINATOR = [32, 32, 32, 16, 8], [8, 16, 32, 32]
RATE, BETA1, BETA2, EPSILON = 2e-4, 0.5, 0.999, 1e-7  # Keras' Adam


def numbered(name, i):
    return f"{name}_{i}" if i else name


def initial(random):
    """Weights under the names, and in the layouts, that FashionGan's files have."""
    def normal(*shape, scale):
        return torch.randn(*shape, generator=random) * scale

    g = {"dense/kernel": normal(LATENT, BASE * BASE * GENERATOR[0], scale=0.3)}
    kernels = zip(GENERATOR[1:] + [COLOURS], GENERATOR)
    for i, (cout, cin) in enumerate(kernels):
        g[f"{numbered('conv2d_transpose', i)}/kernel"] = normal(5, 5, cout, cin, scale=0.08)
    for i, channels in enumerate([BASE * BASE * GENERATOR[0]] + GENERATOR[1:]):
        name = numbered("batch_normalization", i)
        g[f"{name}/gamma"] = 1 + normal(channels, scale=0.1)
        g[f"{name}/beta"] = normal(channels, scale=0.1)
        g[f"{name}/moving_mean"] = torch.zeros(channels)
        g[f"{name}/moving_variance"] = torch.ones(channels)
    d = {}
    for i, (cin, cout) in enumerate(zip([COLOURS] + DISCRIMINATOR, DISCRIMINATOR)):
        d[f"{numbered('conv2d', i)}/kernel"] = normal(5, 5, cin, cout, scale=0.08)
        d[f"{numbered('conv2d', i)}/bias"] = normal(cout, scale=0.05)
    d["dense/kernel"] = normal(BASE * BASE * DISCRIMINATOR[-1], 1, scale=0.05)
    d["dense/bias"] = torch.zeros(1)
    return g, d


def normalize(x, g, i, training, moved):
    """Keras' batch normalisation of (N, ..., channels); the moving variance takes the unbiased one of pictures, the biased one of rows."""
    name = numbered("batch_normalization", i)
    if training:
        axes = tuple(range(x.ndim - 1))
        mean, variance = x.mean(axes), x.var(axes, unbiased=False)
        rows = x.numel() // x.shape[-1]
        unbiased = variance * rows / (rows - 1) if x.ndim == 4 else variance
        moved[f"{name}/moving_mean"] = 0.99 * g[f"{name}/moving_mean"] + 0.01 * mean.detach()
        moved[f"{name}/moving_variance"] = 0.99 * g[f"{name}/moving_variance"] + 0.01 * unbiased.detach()
    else:
        mean, variance = g[f"{name}/moving_mean"], g[f"{name}/moving_variance"]
    return F.leaky_relu((x - mean) / torch.sqrt(variance + 1e-3) * g[f"{name}/gamma"] + g[f"{name}/beta"], 0.3)


def transposed(x, kernel, stride):
    """TensorFlow's transposed convolution with the padding "same", of (N, H, W, channels)."""
    size, before = x.shape[1] * stride, (5 - stride) // 2
    y = F.conv_transpose2d(x.permute(0, 3, 1, 2), kernel.permute(3, 2, 0, 1), stride=stride)
    return y[:, :, before:before + size, before:before + size].permute(0, 2, 3, 1)


def draw(g, z, training):
    """Pictures (N, 64, 64, 3), and the moving statistics after them."""
    moved = {}
    x = normalize(z @ g["dense/kernel"], g, 0, training, moved).reshape(-1, BASE, BASE, GENERATOR[0])
    for i in range(len(GENERATOR)):
        x = transposed(x, g[f"{numbered('conv2d_transpose', i)}/kernel"], 1 if i == 0 else 2)
        if i < len(GENERATOR) - 1:
            x = normalize(x, g, i + 1, training, moved)
    return torch.tanh(x), moved


def judge(d, x):
    for i in range(len(DISCRIMINATOR)):
        name = numbered("conv2d", i)
        x = F.pad(x.permute(0, 3, 1, 2), (1, 2, 1, 2))
        x = F.leaky_relu(F.conv2d(x, d[f"{name}/kernel"].permute(3, 2, 0, 1), d[f"{name}/bias"], stride=2), 0.3).permute(0, 2, 3, 1)
    return x.reshape(x.shape[0], -1) @ d["dense/kernel"] + d["dense/bias"]


def bce(target, logits):
    return (F.relu(logits) - logits * target + torch.log1p(torch.exp(-logits.abs()))).mean()


def d_loss(d, real, fake):
    return bce(1, judge(d, real)) + bce(0, judge(d, fake))


def gradients(loss, weights):
    trained = {name: w for name, w in weights.items() if w.requires_grad}
    return dict(zip(trained, torch.autograd.grad(loss, list(trained.values()))))


class Adam:
    def __init__(self):
        self.t, self.m, self.v = 0, {}, {}

    def step(self, weights, grads):
        self.t += 1
        rate = RATE * math.sqrt(1 - BETA2 ** self.t) / (1 - BETA1 ** self.t)
        for name, g in grads.items():
            self.m[name] = BETA1 * self.m.get(name, 0) + (1 - BETA1) * g
            self.v[name] = BETA2 * self.v.get(name, 0) + (1 - BETA2) * g * g
            weights[name] = (weights[name] - rate * self.m[name] / (torch.sqrt(self.v[name]) + EPSILON)).detach().requires_grad_()


def compute(given, dtype, moved_by=None):
    """All outputs from what the file gives."""
    def number(value):
        value = value.to(torch.float64)
        return (value if moved_by is None else value * (1 + moved_by(value) * 2.0 ** -24)).to(dtype)

    def weights(player):
        return {name[len(player) + 1:]: number(w).requires_grad_("moving" not in name) for name, w in given.items()
                if name.startswith(player + "/")}

    g, d = weights("generator"), weights("discriminator")
    z, real = number(given["z"]), [number(pictures.to(torch.float64) / 127.5 - 1) for pictures in given["real"]]
    out = {}
    fake = draw(g, z[0, 0], True)[0]
    out |= {f"gradient/discriminator/{name}": value for name, value in gradients(d_loss(d, real[0], fake.detach()), d).items()}
    out |= {f"gradient/generator/{name}": value for name, value in gradients(bce(1, judge(d, fake)), g).items()}

    g_adam, d_adam, d_losses, g_losses = Adam(), Adam(), [], []
    for step in range(STEPS):
        fake, moved = draw(g, z[step, 0], True)
        g |= moved
        loss = d_loss(d, real[step], fake.detach())
        d_losses.append(loss.detach())
        d_adam.step(d, gradients(loss, d))
        fake, moved = draw(g, z[step, 1], True)
        loss = bce(1, judge(d, fake))
        g_losses.append(loss.detach())
        g_adam.step(g, gradients(loss, g))
        g |= moved
    out |= {"d_loss": torch.stack(d_losses), "g_loss": torch.stack(g_losses), "images": draw(g, number(given["z_fixed"]), False)[0]}
    return {name: value.detach().to(torch.float64) for name, value in out.items()}


def save(path, tensors, metadata):
    header, data = {"__metadata__": metadata}, b""
    for name, tensor in tensors.items():
        content = tensor.contiguous().numpy().tobytes()
        header[name] = {"dtype": "U8" if tensor.dtype == torch.uint8 else "F32", "shape": list(tensor.shape),
                        "data_offsets": [len(data), len(data) + len(content)]}
        data += content
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def main():
    random = torch.Generator().manual_seed(64)
    g, d = initial(random)
    given = {f"generator/{name}": w for name, w in g.items()} | {f"discriminator/{name}": w for name, w in d.items()}
    given["z"] = torch.randn(STEPS, 2, BATCH, LATENT, generator=random)
    given["z_fixed"] = torch.randn(2, LATENT, generator=random)
    # Coarse patches of colour with a little noise: neighbouring pixels are alike, as in photographs.
    patches = torch.rand(STEPS * BATCH, COLOURS, 6, 6, generator=random)
    pictures = F.interpolate(patches, size=64, mode="bilinear") + 0.05 * torch.randn(STEPS * BATCH, COLOURS, 64, 64, generator=random)
    given["real"] = (pictures.clamp(0, 1) * 255).round().to(torch.uint8).permute(0, 2, 3, 1).reshape(STEPS, BATCH, 64, 64, COLOURS)

    exact = compute(given, torch.float64)
    deviation = dict.fromkeys(exact, 0.0)
    for run in range(5):
        signs = torch.Generator().manual_seed(run)
        moved_by = None if run == 0 else lambda value: torch.rand(value.shape, generator=signs, dtype=value.dtype) * 2 - 1
        for name, value in compute(given, torch.float32, moved_by).items():
            deviation[name] = max(deviation[name], float((value - exact[name]).abs().max() / exact[name].abs().max()))
    worst = max(deviation, key=deviation.get)
    print(f"worst deviation {deviation[worst]:.1e}, {worst}; d_loss {exact['d_loss'].tolist()}, g_loss {exact['g_loss'].tolist()}")
    save(os.path.join(os.path.dirname(os.path.abspath(__file__)), "dcgan64.safetensors"),
         {**given, **{name: value.to(torch.float32) for name, value in exact.items()}}, {"deviation": json.dumps(deviation)})


main()
