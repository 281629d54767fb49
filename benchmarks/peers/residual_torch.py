"""The residual networks in PyTorch: networks, widths and losses of FashionGan's ResidualGan, RelativisticPaired, R1 and R2, both with a
weight of 1. As R3GAN's own code does it, the penalties take the logits that the loss has anyway."""
import torch
import torch.nn.functional as F
from torch import nn

ADAM = {"lr": 4e-4, "betas": (0.0, 0.999), "eps": 1e-7}
GAMMA = 1.0


def networks(size, channels):
    """Maps double from 4 or 7 pixels a side; their channels halve, from 192 at most to 24."""
    side = 7 if size % 7 == 0 else 4
    doublings = (size // side).bit_length() - 1
    widths = [min(192, 24 << (doublings - i)) for i in range(doublings + 1)]
    return Generator(side, widths, channels), Discriminator(side, widths, channels)


def of_each_pixel(cin, cout):
    return nn.Identity() if cin == cout else nn.Conv2d(cin, cout, 1, bias=False)


class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.conv1 = nn.Conv2d(width, 2 * width, 1)
        self.conv2 = nn.Conv2d(2 * width, 2 * width, 3, padding=1)
        self.conv3 = nn.Conv2d(2 * width, width, 1, bias=False)
        nn.init.zeros_(self.conv3.weight)

    def forward(self, x):
        y = F.leaky_relu(self.conv1(x), 0.2)
        return x + self.conv3(F.leaky_relu(self.conv2(y), 0.2))


class Resampling(nn.Module):
    """Zeros between the pixels and [1, 2, 1] over both directions, or [1, 2, 1] and every second result: products with a band matrix, which
    PyTorch computes several times as fast as convolutions of each channel for itself."""

    def __init__(self, size, up):
        super().__init__()
        band = torch.zeros(2 * size if up else size // 2, size)
        for i in range(band.shape[0]):
            for j in range(size):
                tap = 2 * j + 2 - i if up else j + 1 - 2 * i
                if 0 <= tap <= 2:
                    band[i, j] = (1.0, 2.0, 1.0)[tap] / (2 if up else 4)
        self.register_buffer("band", band)

    def forward(self, x):
        return self.band @ x @ self.band.T


class Generator(nn.Module):
    def __init__(self, side, widths, channels):
        super().__init__()
        self.basis = nn.Parameter(torch.randn(widths[0], side, side))
        self.linear = nn.Linear(100, widths[0], bias=False)
        stages = [Block(widths[0])]
        for i, (cin, cout) in enumerate(zip(widths, widths[1:])):
            stages += [of_each_pixel(cin, cout), Resampling(side << i, up=True), Block(cout)]
        self.stages = nn.Sequential(*stages, nn.Conv2d(widths[-1], channels, 1, bias=False), nn.Tanh())

    def forward(self, z):
        return self.stages(self.basis * self.linear(z)[:, :, None, None])


class Discriminator(nn.Module):
    def __init__(self, side, widths, channels):
        super().__init__()
        back = widths[::-1]
        stages = [nn.Conv2d(channels, back[0], 1, bias=False), Block(back[0])]
        for i, (cin, cout) in enumerate(zip(back, back[1:])):
            stages += [Resampling(side << (len(back) - 1 - i), up=False), of_each_pixel(cin, cout), Block(cout)]
        self.stages = nn.Sequential(*stages)
        self.basis = nn.Parameter(torch.randn(back[-1], side, side) / side)
        self.linear = nn.Linear(back[-1], 1, bias=False)

    def forward(self, x):
        return self.linear((self.stages(x) * self.basis).sum((2, 3)))


def discriminator_loss(discriminator, real, fake):
    real, fake = real.detach().requires_grad_(), fake.detach().requires_grad_()
    real_logits, fake_logits = discriminator(real), discriminator(fake)
    return (F.softplus(fake_logits - real_logits).mean()
            + penalty(real, real_logits) + penalty(fake, fake_logits))


def penalty(pictures, logits):
    gradient, = torch.autograd.grad(logits.sum(), pictures, create_graph=True)
    return GAMMA / 2 * gradient.square().sum((1, 2, 3)).mean()


def generator_loss(discriminator, real, fake):
    with torch.no_grad():
        real_logits = discriminator(real)
    return F.softplus(real_logits - discriminator(fake)).mean()
