using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

/// <summary>The residual networks: networks, widths and losses of FashionGan's ResidualGan, RelativisticPaired, R1 and R2, both with a
/// weight of 1. As R3GAN's own code does it, the penalties take the logits that the loss has anyway.</summary>
internal sealed class ResidualGan(int side, int[] widths, int channels)
    : Gan(new ResidualGenerator(side, widths, channels), new ResidualDiscriminator(side, widths, channels))
{
    private static readonly float[] s_taps = [1, 2, 1];

    public override optim.Optimizer Adam(nn.Module network) => optim.Adam(network.parameters(), 4e-4, 0, 0.999, eps: 1e-7);

    public override Tensor DiscriminatorLoss(Tensor real, Tensor fake)
    {
        (real, fake) = (real.detach().requires_grad_(), fake.detach().requires_grad_());
        var (atReal, atFake) = (Discriminator.forward(real), Discriminator.forward(fake));
        return nn.functional.softplus(atFake - atReal).mean() + Penalty(real, atReal) + Penalty(fake, atFake);
    }

    public override Tensor GeneratorLoss(Tensor real, Tensor fake)
    {
        Tensor atReal;
        using (no_grad())
            atReal = Discriminator.forward(real);
        return nn.functional.softplus(atReal - Discriminator.forward(fake)).mean();
    }

    private static Tensor Penalty(Tensor pictures, Tensor logits)
    {
        // Without retain_graph, whose default in PyTorch is create_graph, the graph is gone after this.
        var slope = autograd.grad([logits.sum()], [pictures], retain_graph: true, create_graph: true)[0];
        return 0.5 * slope.square().sum([1, 2, 3]).mean();
    }

    private static nn.Module<Tensor, Tensor> OfEachPixel(int from, int to) =>
        from == to ? nn.Identity() : nn.Conv2d(from, to, 1, bias: false);

    private sealed class Block : nn.Module<Tensor, Tensor>
    {
        private readonly Conv2d conv1, conv2, conv3;

        internal Block(int width)
            : base(nameof(Block))
        {
            (conv1, conv2) = (nn.Conv2d(width, 2 * width, 1), nn.Conv2d(2 * width, 2 * width, 3, padding: 1));
            conv3 = nn.Conv2d(2 * width, width, 1, bias: false);
            nn.init.zeros_(conv3.weight!);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x)
        {
            var y = nn.functional.leaky_relu(conv1.forward(x), 0.2);
            return x + conv3.forward(nn.functional.leaky_relu(conv2.forward(y), 0.2));
        }
    }

    private sealed class Resampling(Tensor band) : nn.Module<Tensor, Tensor>(nameof(Resampling))
    {
        internal static Resampling Up(int size) => new(Band(s_taps, size, 2 * size, before: 2, up: 2, gain: 2));

        internal static Resampling Down(int size) => new(Band(s_taps, size, size / 2, before: 1, down: 2));

        public override Tensor forward(Tensor x) => Filtered(band, x);
    }

    private sealed class ResidualGenerator : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter basis;
        private readonly Linear linear;
        private readonly Sequential stages;

        internal ResidualGenerator(int side, int[] widths, int channels)
            : base(nameof(ResidualGenerator))
        {
            (basis, linear) = (nn.Parameter(randn(widths[0], side, side)), nn.Linear(100, widths[0], hasBias: false));
            List<nn.Module<Tensor, Tensor>> parts = [new Block(widths[0])];
            for (var i = 1; i < widths.Length; i++)
                parts.AddRange(OfEachPixel(widths[i - 1], widths[i]), Resampling.Up(side << (i - 1)), new Block(widths[i]));
            stages = nn.Sequential([.. parts, nn.Conv2d(widths[^1], channels, 1, bias: false), nn.Tanh()]);
            RegisterComponents();
        }

        public override Tensor forward(Tensor z) => stages.forward(basis * linear.forward(z).unsqueeze(-1).unsqueeze(-1));
    }

    private sealed class ResidualDiscriminator : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter basis;
        private readonly Linear linear;
        private readonly Sequential stages;

        internal ResidualDiscriminator(int side, int[] widths, int channels)
            : base(nameof(ResidualDiscriminator))
        {
            List<nn.Module<Tensor, Tensor>> parts = [nn.Conv2d(channels, widths[^1], 1, bias: false), new Block(widths[^1])];
            for (var i = widths.Length - 1; i > 0; i--)
                parts.AddRange(Resampling.Down(side << i), OfEachPixel(widths[i], widths[i - 1]), new Block(widths[i - 1]));
            (stages, basis) = (nn.Sequential(parts), nn.Parameter(randn(widths[0], side, side) / side));
            linear = nn.Linear(widths[0], 1, hasBias: false);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => linear.forward((stages.forward(x) * basis).sum([2, 3]));
    }
}
