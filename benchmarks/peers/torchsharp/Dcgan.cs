using TorchSharp;
using static TorchSharp.torch;

/// <summary>The DCGAN: networks, widths and losses of FashionGan's Dcgan and NonSaturating.</summary>
internal sealed class Dcgan(int side, int[] filters, int channels)
    : Gan(NewGenerator(side, filters, channels), NewDiscriminator(side, filters, channels))
{
    private readonly TorchSharp.Modules.BCEWithLogitsLoss _loss = nn.BCEWithLogitsLoss();

    public override optim.Optimizer Adam(nn.Module network) => optim.Adam(network.parameters(), 2e-4, 0.5, 0.999, eps: 1e-7);

    public override Tensor DiscriminatorLoss(Tensor real, Tensor fake)
    {
        var (atReal, atFake) = (Discriminator.forward(real), Discriminator.forward(fake));
        return _loss.forward(atReal, ones_like(atReal)) + _loss.forward(atFake, zeros_like(atFake));
    }

    public override Tensor GeneratorLoss(Tensor real, Tensor fake)
    {
        var atFake = Discriminator.forward(fake);
        return _loss.forward(atFake, ones_like(atFake));
    }

    private static nn.Module<Tensor, Tensor> NewGenerator(int side, int[] filters, int channels)
    {
        List<(string, nn.Module<Tensor, Tensor>)> layers =
        [
            ("dense", nn.Linear(100, side * side * filters[0], hasBias: false)),
            ("norm0", nn.BatchNorm1d(side * side * filters[0])),
            ("relu0", nn.LeakyReLU(0.3)),
            ("maps", nn.Unflatten(1, [filters[0], side, side])),
        ];
        for (var i = 1; i < filters.Length; i++)
            layers.AddRange(
                ($"conv{i}", i == 1 ? nn.ConvTranspose2d(filters[0], filters[1], 5, stride: 1, padding: 2, bias: false)
                    : nn.ConvTranspose2d(filters[i - 1], filters[i], 5, stride: 2, padding: 2, output_padding: 1, bias: false)),
                ($"norm{i}", nn.BatchNorm2d(filters[i])),
                ($"relu{i}", nn.LeakyReLU(0.3)));
        layers.AddRange(
            ("picture", nn.ConvTranspose2d(filters[^1], channels, 5, stride: 2, padding: 2, output_padding: 1, bias: false)),
            ("tanh", nn.Tanh()));
        return nn.Sequential(layers);
    }

    private static nn.Module<Tensor, Tensor> NewDiscriminator(int side, int[] filters, int channels)
    {
        List<(string, nn.Module<Tensor, Tensor>)> layers = [];
        for (var i = 0; i < filters.Length - 1; i++)
            layers.AddRange(
                ($"conv{i}", nn.Conv2d(i == 0 ? channels : filters[^i], filters[^(i + 1)], 5, stride: 2, padding: 2)),
                ($"relu{i}", nn.LeakyReLU(0.3)),
                ($"drop{i}", nn.Dropout(0.3)));
        layers.AddRange(("flat", nn.Flatten()), ("dense", nn.Linear(side * side * filters[1], 1)));
        return nn.Sequential(layers);
    }
}
