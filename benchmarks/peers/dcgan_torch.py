"""The DCGAN in PyTorch: networks, widths and losses of FashionGan's Dcgan and NonSaturating."""
import torch
import torch.nn.functional as F
from torch import nn

ADAM = {"lr": 2e-4, "betas": (0.5, 0.999), "eps": 1e-7}


def networks(size, channels):
    """Maps double from 4 or 7 pixels a side; their channels halve, from 512 at most to 64."""
    side = 7 if size % 7 == 0 else 4
    doublings = (size // side).bit_length() - 1
    filters = [min(512, 64 << (doublings - i)) for i in range(doublings + 1)]
    return Generator(side, filters, channels), Discriminator(side, filters, channels)


class Generator(nn.Module):
    def __init__(self, side, filters, channels):
        super().__init__()
        self.maps = (filters[0], side, side)
        self.dense = nn.Linear(100, side * side * filters[0], bias=False)
        self.norm0 = nn.BatchNorm1d(side * side * filters[0])
        self.convs = nn.ModuleList(
            nn.ConvTranspose2d(cin, cout, 5, 2 if i else 1, 2, output_padding=int(i > 0), bias=False)
            for i, (cin, cout) in enumerate(zip(filters, filters[1:] + [channels])))
        self.norms = nn.ModuleList(nn.BatchNorm2d(cout) for cout in filters[1:])

    def forward(self, z):
        x = F.leaky_relu(self.norm0(self.dense(z)), 0.3).view(-1, *self.maps)
        if self.convs[0].weight.is_contiguous(memory_format=torch.channels_last):
            x = x.contiguous(memory_format=torch.channels_last)
        for conv, norm in zip(self.convs, self.norms):
            x = F.leaky_relu(norm(conv(x)), 0.3)
        return torch.tanh(self.convs[-1](x))


class Discriminator(nn.Module):
    def __init__(self, side, filters, channels):
        super().__init__()
        widths = filters[:0:-1]
        self.convs = nn.ModuleList(nn.Conv2d(cin, cout, 5, 2, 2) for cin, cout in zip([channels] + widths, widths))
        self.dense = nn.Linear(side * side * widths[-1], 1)

    def forward(self, x):
        for conv in self.convs:
            x = F.dropout(F.leaky_relu(conv(x), 0.3), 0.3)
        return self.dense(x.flatten(1))


def discriminator_loss(discriminator, real, fake):
    real_logits, fake_logits = discriminator(real), discriminator(fake)
    bce = F.binary_cross_entropy_with_logits
    return bce(real_logits, torch.ones_like(real_logits)) + bce(fake_logits, torch.zeros_like(fake_logits))


def generator_loss(discriminator, real, fake):
    logits = discriminator(fake)
    return F.binary_cross_entropy_with_logits(logits, torch.ones_like(logits))
