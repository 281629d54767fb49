"""StyleGAN2 at small sizes in PyTorch: networks, widths and losses of FashionGan's StyleGan and NonSaturating, without a penalty, as 15 of
16 steps are when R1 is lazy. A modulated convolution is computed as FashionGan does it: maps scaled, one kernel for all, the result
scaled."""
import math

import torch
import torch.nn.functional as F
from torch import nn

ADAM = {"lr": 2e-3, "betas": (0.0, 0.99), "eps": 1e-7}
STYLE, MAPPING, LAYERS = 128, 0.01, 4


def networks(size, channels):
    """Maps double from 4 or 7 pixels a side; their channels halve, from 256 at most to 32."""
    side = 7 if size % 7 == 0 else 4
    doublings = (size // side).bit_length() - 1
    widths = [min(256, 32 << (doublings - i)) for i in range(doublings + 1)]
    return Generator(side, widths, channels), Discriminator(side, widths, channels)


def activation(x):
    return math.sqrt(2) * F.leaky_relu(x, 0.2)


class Filter(nn.Module):
    """[1, 3, 3, 1], scaled to a sum of gain, over both directions, as products with a band matrix, which PyTorch computes several times as
    fast as convolutions of each channel for itself: result i takes pixel j times tap j * up + before - i * down."""

    def __init__(self, size, result, before, up=1, down=1, gain=1.0):
        super().__init__()
        band = torch.zeros(result, size)
        for i in range(result):
            for j in range(size):
                tap = j * up + before - i * down
                if 0 <= tap <= 3:
                    band[i, j] = (1.0, 3.0, 3.0, 1.0)[tap] * gain / 8
        self.register_buffer("band", band)

    def forward(self, x):
        return self.band @ x @ self.band.T


class Linear(nn.Module):
    def __init__(self, cin, cout, bias=0.0, rate=1.0):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(cout, cin) / rate)
        self.bias = nn.Parameter(torch.full((cout,), bias))
        self.scale, self.rate = rate / math.sqrt(cin), rate

    def forward(self, x):
        return F.linear(x, self.weight * self.scale, self.bias * self.rate)


class Conv(nn.Module):
    def __init__(self, cin, cout, size, stride=1, bias=True, gain=1.0):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(cout, cin, size, size))
        self.bias = nn.Parameter(torch.zeros(cout)) if bias else None
        self.gain, self.scale, self.stride = gain, gain / math.sqrt(cin * size * size), stride

    def forward(self, x):
        padding = self.weight.shape[2] // 2 if self.stride == 1 else 0
        return F.conv2d(x, self.weight * self.scale, None if self.bias is None else self.bias * self.gain, self.stride, padding)


class Mapping(nn.Module):
    def __init__(self, styles):
        super().__init__()
        self.styles = styles
        self.layers = nn.ModuleList(Linear(STYLE if i else 100, STYLE, rate=MAPPING) for i in range(LAYERS))
        self.register_buffer("average", torch.zeros(STYLE))

    def map(self, z):
        x = z * torch.rsqrt(z.square().mean(1, keepdim=True) + 1e-8)
        for layer in self.layers:
            x = activation(layer(x))
        return x

    def forward(self, z):
        w = self.map(z)
        styles = w[:, None].expand(-1, self.styles, -1)
        if not self.training:
            return styles
        with torch.no_grad():
            self.average.lerp_(w.mean(0), 0.005)
        others = self.map(torch.randn_like(z))[:, None]
        first = 1 + torch.floor(torch.rand(len(z), 1, 1) * ((self.styles - 1) / 0.9))
        mixed = (torch.arange(self.styles)[None, :, None] >= first).float()
        return styles * (1 - mixed) + others * mixed


class Styled(nn.Module):
    """From maps of a size; up makes them twice as large."""

    def __init__(self, cin, cout, size, up):
        super().__init__()
        self.affine = Linear(STYLE, cin, bias=1.0)
        self.weight = nn.Parameter(torch.randn(cout, cin, 3, 3))
        self.strength = nn.Parameter(torch.zeros(()))
        self.bias = nn.Parameter(torch.zeros(cout))
        # The transposed convolution has put zeros between the pixels already.
        self.filter = Filter(2 * size + 1, 2 * size, before=1, gain=2.0) if up else None

    def forward(self, x, w, noise):
        style = self.affine(w)
        x = x * style[:, :, None, None]
        if self.filter is None:
            x = F.conv2d(x, self.weight, padding=1)
        else:
            x = self.filter(F.conv_transpose2d(x, self.weight.flip(2, 3).transpose(0, 1), stride=2))
        squares = style.square() @ self.weight.square().sum((2, 3)).T
        x = x * torch.rsqrt(squares + 1e-8)[:, :, None, None]
        return activation(x + self.strength * noise + self.bias[:, None, None])


class ToPicture(nn.Module):
    def __init__(self, cin, channels):
        super().__init__()
        self.affine = Linear(STYLE, cin, bias=1.0)
        self.weight = nn.Parameter(torch.randn(channels, cin, 1, 1))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.scale = 1 / math.sqrt(cin)

    def forward(self, x, w):
        return F.conv2d(x * (self.affine(w) * self.scale)[:, :, None, None], self.weight, self.bias)


class Generator(nn.Module):
    def __init__(self, side, widths, channels):
        super().__init__()
        self.mapping = Mapping(2 * len(widths))
        self.constant = nn.Parameter(torch.randn(1, widths[0], side, side))
        sizes = [side << i for i in range(len(widths))]
        self.ups = nn.ModuleList(Styled(widths[i - 1], widths[i], sizes[i - 1], True) for i in range(1, len(widths)))
        self.convs = nn.ModuleList(Styled(width, width, size, False) for width, size in zip(widths, sizes))
        self.pictures = nn.ModuleList(ToPicture(width, channels) for width in widths)
        self.larger = nn.ModuleList(Filter(size, 2 * size, before=2, up=2, gain=2.0) for size in sizes[:-1])

    def forward(self, z):
        styles = self.mapping(z)
        x, picture, style = self.constant.expand(len(z), -1, -1, -1), None, 0
        for stage, conv in enumerate(self.convs):
            for layer in ([self.ups[stage - 1]] if stage else []) + [conv]:
                side = x.shape[2] * (2 if layer.filter is not None else 1)
                x = layer(x, styles[:, style], torch.randn(len(z), 1, side, side))
                style += 1
            part = self.pictures[stage](x, styles[:, style])
            picture = part if picture is None else self.larger[stage - 1](picture) + part
        return torch.tanh(picture)


class Down(nn.Module):
    def __init__(self, cin, cout, size):
        super().__init__()
        half = math.sqrt(0.5)
        self.conv1 = Conv(cin, cin, 3, gain=math.sqrt(2))
        self.conv2 = Conv(cin, cout, 3, stride=2, gain=math.sqrt(2) * half)
        self.skip = Conv(cin, cout, 1, bias=False, gain=half)
        self.blur = Filter(size, size + 1, before=2)
        self.smaller = Filter(size, size // 2, before=1, down=2)

    def forward(self, x):
        y = F.leaky_relu(self.conv1(x), 0.2)
        return F.leaky_relu(self.conv2(self.blur(y)), 0.2) + self.skip(self.smaller(x))


class Discriminator(nn.Module):
    def __init__(self, side, widths, channels):
        super().__init__()
        back = widths[::-1]
        self.first = Conv(channels, back[0], 1, gain=math.sqrt(2))
        self.blocks = nn.Sequential(*(Down(cin, cout, side << (len(back) - 1 - i)) for i, (cin, cout) in enumerate(zip(back, back[1:]))))
        self.last = Conv(back[-1] + 1, back[-1], 3, gain=math.sqrt(2))
        self.dense = Linear(back[-1] * side * side, back[-1])
        self.logit = Linear(back[-1], 1)

    def forward(self, x):
        x = self.blocks(F.leaky_relu(self.first(x), 0.2))
        n, c, h, w = x.shape
        group = next(g for g in (4, 3, 2, 1) if n % g == 0)
        deviation = torch.sqrt(x.view(group, n // group, c, h, w).var(0, unbiased=False) + 1e-8).mean((1, 2, 3))
        x = torch.cat([x, deviation.repeat(group)[:, None, None, None].expand(-1, 1, h, w)], 1)
        x = F.leaky_relu(self.last(x), 0.2).flatten(1)
        return self.logit(activation(self.dense(x)))


def discriminator_loss(discriminator, real, fake):
    return F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake)).mean()


def generator_loss(discriminator, real, fake):
    return F.softplus(-discriminator(fake)).mean()
