using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

/// <summary>StyleGAN2 at small sizes: networks, widths and losses of FashionGan's StyleGan and NonSaturating, without a penalty, as 15 of
/// 16 steps are when R1 is lazy. A modulated convolution is computed as FashionGan does it: maps scaled, one kernel for all, the result
/// scaled.</summary>
internal sealed class StyleGan(int side, int[] widths, int channels)
    : Gan(new StyleGenerator(side, widths, channels), new StyleDiscriminator(side, widths, channels))
{
    private const int StyleSize = 128, MappingLayers = 4;
    private static readonly float[] s_taps = [1, 3, 3, 1];
    private static readonly float s_gain = MathF.Sqrt(2);

    public override optim.Optimizer Adam(nn.Module network) => optim.Adam(network.parameters(), 2e-3, 0, 0.99, eps: 1e-7);

    public override Tensor DiscriminatorLoss(Tensor real, Tensor fake) =>
        nn.functional.softplus(-Discriminator.forward(real)).mean() + nn.functional.softplus(Discriminator.forward(fake)).mean();

    public override Tensor GeneratorLoss(Tensor real, Tensor fake) => nn.functional.softplus(-Discriminator.forward(fake)).mean();

    private static Tensor Leaky(Tensor x) => nn.functional.leaky_relu(x, 0.2);

    private static Tensor Activation(Tensor x) => s_gain * Leaky(x);

    /// <summary>(N, C) as (N, C, 1, 1).</summary>
    private static Tensor OverMaps(Tensor x) => x.unsqueeze(-1).unsqueeze(-1);

    private sealed class Dense : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter weight, bias;
        private readonly float _scale, _rate;

        internal Dense(int from, int to, float start = 0, float rate = 1)
            : base(nameof(Dense))
        {
            (weight, bias) = (nn.Parameter(randn(to, from) / rate), nn.Parameter(full(to, start)));
            (_scale, _rate) = (rate / MathF.Sqrt(from), rate);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => nn.functional.linear(x, weight * _scale, bias * _rate);
    }

    private sealed class Conv : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter weight;
        private readonly Parameter? bias;
        private readonly float _gain, _scale;
        private readonly long _stride, _padding;

        internal Conv(int from, int to, int size, int stride = 1, bool biased = true, float gain = 1)
            : base(nameof(Conv))
        {
            (weight, bias) = (nn.Parameter(randn(to, from, size, size)), biased ? nn.Parameter(zeros(to)) : null);
            (_gain, _scale, _stride, _padding) = (gain, gain / MathF.Sqrt(from * size * size), stride, stride == 1 ? size / 2 : 0);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => nn.functional.conv2d(
            x, weight * _scale, bias is null ? null : bias * _gain, strides: [_stride, _stride], padding: [_padding, _padding]);
    }

    private sealed class Mapping : nn.Module<Tensor, Tensor>
    {
        private readonly ModuleList<Dense> layers = [];
        private readonly Tensor average = zeros(StyleSize);
        private readonly int _styles;

        internal Mapping(int styles)
            : base(nameof(Mapping))
        {
            _styles = styles;
            for (var i = 0; i < MappingLayers; i++)
                layers.Add(new Dense(i == 0 ? 100 : StyleSize, StyleSize, rate: 0.01f));
            RegisterComponents();
        }

        public override Tensor forward(Tensor z)
        {
            var w = Map(z);
            var styles = w.unsqueeze(1).expand(-1, _styles, -1);
            if (!training)
                return styles;
            using (no_grad())
                average.lerp_(w.mean([0]), 0.005);
            var first = 1 + floor(rand(z.shape[0], 1, 1) * ((_styles - 1) / 0.9));
            var mixed = arange(_styles).view(1, -1, 1).ge(first).to(float32);
            return styles * (1 - mixed) + Map(randn_like(z)).unsqueeze(1) * mixed;
        }

        private Tensor Map(Tensor z)
        {
            var x = z * rsqrt(z.square().mean([1], keepdim: true) + 1e-8);
            foreach (var layer in layers)
                x = Activation(layer.forward(x));
            return x;
        }
    }

    private sealed class Styled : nn.Module<Tensor, Tensor, Tensor, Tensor>
    {
        private readonly Dense affine;
        private readonly Parameter weight, strength, bias;
        private readonly Tensor? band;

        internal Styled(int from, int to, int size, bool up)
            : base(nameof(Styled))
        {
            (affine, weight) = (new Dense(StyleSize, from, start: 1), nn.Parameter(randn(to, from, 3, 3)));
            (strength, bias) = (nn.Parameter(zeros(1)), nn.Parameter(zeros(to)));
            // The transposed convolution has put zeros between the pixels already.
            band = up ? Band(s_taps, 2 * size + 1, 2 * size, before: 1, gain: 2) : null;
            RegisterComponents();
        }

        internal bool IsUp => band is not null;

        public override Tensor forward(Tensor x, Tensor w, Tensor noise)
        {
            var style = affine.forward(w);
            x = x * OverMaps(style);
            x = band is null ? nn.functional.conv2d(x, weight, padding: [1, 1])
                : Filtered(band, nn.functional.conv_transpose2d(x, weight.flip(2, 3).transpose(0, 1), strides: [2, 2]));
            var squares = style.square().matmul(weight.square().sum([2, 3]).t());
            return Activation(x * OverMaps(rsqrt(squares + 1e-8)) + strength * noise + bias.view(-1, 1, 1));
        }
    }

    private sealed class ToPicture : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly Dense affine;
        private readonly Parameter weight, bias;
        private readonly float _scale;

        internal ToPicture(int from, int channels)
            : base(nameof(ToPicture))
        {
            (affine, _scale) = (new Dense(StyleSize, from, start: 1), 1 / MathF.Sqrt(from));
            (weight, bias) = (nn.Parameter(randn(channels, from, 1, 1)), nn.Parameter(zeros(channels)));
            RegisterComponents();
        }

        public override Tensor forward(Tensor x, Tensor w) =>
            nn.functional.conv2d(x * OverMaps(affine.forward(w) * _scale), weight, bias);
    }

    private sealed class StyleGenerator : nn.Module<Tensor, Tensor>
    {
        private readonly Mapping mapping;
        private readonly Parameter constant;
        private readonly ModuleList<Styled> convs = [];
        private readonly ModuleList<ToPicture> pictures = [];
        private readonly List<Tensor> _larger = [];

        internal StyleGenerator(int side, int[] widths, int channels)
            : base(nameof(StyleGenerator))
        {
            (mapping, constant) = (new Mapping(2 * widths.Length), nn.Parameter(randn(1, widths[0], side, side)));
            for (var i = 0; i < widths.Length; i++)
            {
                if (i > 0)
                {
                    convs.Add(new Styled(widths[i - 1], widths[i], side << (i - 1), up: true));
                    _larger.Add(Band(s_taps, side << (i - 1), side << i, before: 2, up: 2, gain: 2));
                }

                convs.Add(new Styled(widths[i], widths[i], side << i, up: false));
                pictures.Add(new ToPicture(widths[i], channels));
            }

            RegisterComponents();
        }

        public override Tensor forward(Tensor z)
        {
            var (n, styles) = (z.shape[0], mapping.forward(z));
            Tensor x = constant.expand(n, -1, -1, -1);
            Tensor? picture = null;
            for (int style = 0, stage = 0; style < convs.Count; style++)
            {
                var side = x.shape[2] * (convs[style].IsUp ? 2 : 1);
                x = convs[style].forward(x, styles.select(1, style), randn(n, 1, side, side));
                if (convs[style].IsUp)
                    continue;
                var part = pictures[stage].forward(x, styles.select(1, style + 1));
                picture = picture is null ? part : Filtered(_larger[stage - 1], picture) + part;
                stage++;
            }

            return tanh(picture!);
        }
    }

    private sealed class Down : nn.Module<Tensor, Tensor>
    {
        private static readonly float s_half = MathF.Sqrt(0.5f);
        private readonly Conv conv1, conv2, skip;
        private readonly Tensor _blur, _smaller;

        internal Down(int from, int to, int size)
            : base(nameof(Down))
        {
            (conv1, conv2) = (new Conv(from, from, 3, gain: s_gain), new Conv(from, to, 3, stride: 2, gain: s_gain * s_half));
            skip = new Conv(from, to, 1, biased: false, gain: s_half);
            (_blur, _smaller) = (Band(s_taps, size, size + 1, before: 2), Band(s_taps, size, size / 2, before: 1, down: 2));
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) =>
            Leaky(conv2.forward(Filtered(_blur, Leaky(conv1.forward(x))))) + skip.forward(Filtered(_smaller, x));
    }

    private sealed class StyleDiscriminator : nn.Module<Tensor, Tensor>
    {
        private readonly Conv first, last;
        private readonly ModuleList<Down> blocks = [];
        private readonly Dense dense, logit;

        internal StyleDiscriminator(int side, int[] widths, int channels)
            : base(nameof(StyleDiscriminator))
        {
            first = new Conv(channels, widths[^1], 1, gain: s_gain);
            for (var i = widths.Length - 1; i > 0; i--)
                blocks.Add(new Down(widths[i], widths[i - 1], side << i));
            last = new Conv(widths[0] + 1, widths[0], 3, gain: s_gain);
            (dense, logit) = (new Dense(widths[0] * side * side, widths[0]), new Dense(widths[0], 1));
            RegisterComponents();
        }

        public override Tensor forward(Tensor x)
        {
            x = Leaky(first.forward(x));
            foreach (var block in blocks)
                x = block.forward(x);
            var (n, c, h, w) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3]);
            var group = new long[] { 4, 3, 2, 1 }.First(group => n % group == 0);
            var deviation = sqrt(x.view(group, n / group, c, h, w).var(0, unbiased: false) + 1e-8).mean([1, 2, 3]);
            x = cat([x, OverMaps(deviation.repeat(group).unsqueeze(1)).expand(-1, 1, h, w)], 1);
            return logit.forward(Activation(dense.forward(Leaky(last.forward(x)).flatten(1))));
        }
    }
}
