using TorchSharp;
using static TorchSharp.torch;

/// <summary>Two networks, and what they play for.</summary>
internal abstract class Gan(nn.Module<Tensor, Tensor> generator, nn.Module<Tensor, Tensor> discriminator)
{
    public nn.Module<Tensor, Tensor> Generator => generator;

    public nn.Module<Tensor, Tensor> Discriminator => discriminator;

    public abstract optim.Optimizer Adam(nn.Module network);

    public abstract Tensor DiscriminatorLoss(Tensor real, Tensor fake);

    public abstract Tensor GeneratorLoss(Tensor real, Tensor fake);

    /// <summary>Its networks for a size and channels (1 gray, 3 colour).</summary>
    public static Gan Named(string network, int size, int channels)
    {
        int side = size % 7 == 0 ? 7 : 4, doublings = int.Log2(size / side);
        // Maps double from 4 or 7 pixels a side; their channels halve.
        int[] Widths(int least, int most) =>
            [.. Enumerable.Range(0, doublings + 1).Select(i => Math.Min(most, least << (doublings - i)))];
        return network switch
        {
            "dcgan" => new Dcgan(side, Widths(64, 512), channels),
            "residual" => new ResidualGan(side, Widths(24, 192), channels),
            "stylegan" => new StyleGan(side, Widths(32, 256), channels),
            _ => throw new ArgumentException($"There are no networks '{network}'."),
        };
    }

    /// <summary>A filter over both directions, as products with a band matrix: result i takes pixel j times tap j * up + before - i *
    /// down.</summary>
    protected static Tensor Band(float[] taps, int size, int result, int before, int up = 1, int down = 1, float gain = 1)
    {
        var band = new float[result, size];
        for (var i = 0; i < result; i++)
            for (var j = 0; j < size; j++)
                if (j * up + before - i * down is var tap && tap >= 0 && tap < taps.Length)
                    band[i, j] = taps[tap] * gain / taps.Sum();
        return tensor(band);
    }

    protected static Tensor Filtered(Tensor band, Tensor x) => band.matmul(x).matmul(band.t());
}
