namespace Tensorflow.Devices.Cpu.Linear;

/// <content>The gradient to the input: a place of dx gathers places of dy.</content>
internal sealed unsafe partial class TiledLinear
{
    /// <summary>Elements of products of single taps that wait to be added; bounds the memory.</summary>
    private const int TapBlock = 1 << 20;

    internal override long InputGradientScratch(ConvolutionShape s) => s.SumsTapsApart
        ? PicturesOfTaps(s) * ProductsOfPicture(s)
        : (long)s.KernelH * s.KernelW * s.OutputChannels * Pieces(s.InputChannels, tile.Columns) * tile.Columns;

    internal override void InputGradient(float* kernel, float* dy, float* dx, ConvolutionShape s, float* scratch)
    {
        if (s.SumsTapsApart)
        {
            AddProductsOfTaps(kernel, dy, dx, s, scratch);
            return;
        }

        var taps = s.KernelH * s.KernelW;
        nint depth = (nint)taps * s.OutputChannels;
        Work.Run(checked(Pieces(s.InputChannels, tile.Columns) * taps), i =>
        {
            var (panel, tap) = Math.DivRem(i, taps);
            var first = panel * tile.Columns;
            PackPanel(
                kernel + ((nint)(taps - 1 - tap) * s.InputChannels + first) * s.OutputChannels, 1, s.OutputChannels, s.OutputChannels,
                Math.Min(tile.Columns, s.InputChannels - first), scratch + first * depth + (nint)tap * s.OutputChannels * tile.Columns);
        });
        Gather(
            new InputGradientTaps(s), taps,
            new Pictures(dy, s.N, s.OutputH, s.OutputW, s.OutputChannels), scratch, new Pictures(dx, s.N, s.H, s.W, s.InputChannels));
    }

    /// <summary>How many products of a tap a picture has.</summary>
    private static long ProductsOfPicture(ConvolutionShape s) => (long)s.OutputH * s.OutputW * s.KernelH * s.KernelW * s.InputChannels;

    private static long PicturesOfTaps(ConvolutionShape s) => Math.Clamp(TapBlock / Math.Max(1, ProductsOfPicture(s)), 1, Math.Max(1, s.N));

    /// <summary>Multiplies dy by all taps at once, one product of matrices, and adds each product where its tap lies.</summary>
    private void AddProductsOfTaps(float* kernel, float* dy, float* dx, ConvolutionShape s, float* products)
    {
        var columns = checked(s.KernelH * s.KernelW * s.InputChannels);
        var pictures = (int)PicturesOfTaps(s);
        for (var n = 0; n < s.N; n += pictures)
        {
            var first = n;
            var count = Math.Min(pictures, s.N - n);
            MatMul(dy + first * s.OutputLength, kernel, products, new MatMulShape(
                1, checked(count * s.OutputH * s.OutputW), columns, s.OutputChannels, TransposeA: false, TransposeB: true));
            Work.Run(checked(count * s.H), i =>
            {
                var (picture, h) = Math.DivRem(i, s.H);
                AddProductsOfRow(
                    products + picture * (nint)ProductsOfPicture(s), dx + (first + picture) * s.InputLength + (nint)h * s.W * s.InputChannels, h, s);
            });
        }
    }

    /// <summary>Adds the products that meet a row of a picture of dx, the kernel's last tap first.</summary>
    private static void AddProductsOfRow(float* products, float* row, int h, ConvolutionShape s)
    {
        nint channels = s.InputChannels, productsOfPlace = (nint)s.KernelH * s.KernelW * channels;
        new Span<float>(row, checked((int)(s.W * channels))).Clear();
        for (var kh = s.KernelH - 1; kh >= 0; kh--)
        {
            var (oh, remainder) = Math.DivRem(h + s.PaddingTop - kh * s.DilationH, s.StrideH);
            if (remainder != 0 || (uint)oh >= s.OutputH)
                continue;
            for (var kw = s.KernelW - 1; kw >= 0; kw--)
            {
                var offset = kw * s.DilationW - s.PaddingLeft;
                var (first, end) = Inside(s.W, s.OutputW, s.StrideW, offset);
                var source = products + ((nint)oh * s.OutputW + first) * productsOfPlace + ((nint)kh * s.KernelW + kw) * channels;
                var target = row + ((nint)first * s.StrideW + offset) * channels;
                for (var ow = first; ow < end; ow++)
                {
                    for (nint ci = 0; ci < channels; ci++)
                        target[ci] += source[ci];
                    source += productsOfPlace;
                    target += s.StrideW * channels;
                }
            }
        }
    }
}
