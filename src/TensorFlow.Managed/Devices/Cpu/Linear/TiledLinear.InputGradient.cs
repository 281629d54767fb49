namespace Tensorflow.Devices.Cpu.Linear;

/// <content>The gradient to the input: a place of dx gathers places of dy.</content>
internal sealed unsafe partial class TiledLinear
{
    /// <summary>Elements of products of single taps that wait to be added: they stay in a core's cache.</summary>
    private const int TapBlock = 1 << 17;

    internal override long InputGradientScratch(ConvolutionShape s) => s.HasFewInputChannels
        ? PicturesOfTaps(s) * ProductsOfPicture(s)
        : (long)s.KernelH * s.KernelW * s.OutputChannels * Pieces(s.InputChannels, tile.Columns) * tile.Columns;

    internal override void InputGradient(float* kernel, float* dy, float* dx, ConvolutionShape s, float* scratch)
    {
        if (s.HasFewInputChannels)
        {
            AddProductsOfTaps(kernel, dy, dx, s, scratch);
            return;
        }

        if (s.IsMatrixProduct)
        {
            MatMul(dy, kernel, dx, new MatMulShape(1, checked(s.N * s.H * s.W), s.InputChannels, s.OutputChannels, false, true));
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
            new InputGradientTaps(s.KernelH, s.StrideH, s.DilationH, s.PaddingTop),
            new InputGradientTaps(s.KernelW, s.StrideW, s.DilationW, s.PaddingLeft),
            new Pictures(dy, s.N, s.OutputH, s.OutputW, s.OutputChannels), scratch, new Pictures(dx, s.N, s.H, s.W, s.InputChannels));
    }

    /// <summary>How many products of a tap a picture has.</summary>
    private static long ProductsOfPicture(ConvolutionShape s) => (long)s.OutputH * s.OutputW * s.KernelH * s.KernelW * s.InputChannels;

    private static long PicturesOfTaps(ConvolutionShape s) => Math.Clamp(TapBlock / Math.Max(1, ProductsOfPicture(s)), 1, Math.Max(1, s.N));

    /// <summary>
    /// Multiplies dy by all taps at once, one product of matrices with the places of dy side by side, and adds each product where its
    /// tap lies.
    /// </summary>
    private void AddProductsOfTaps(float* kernel, float* dy, float* dx, ConvolutionShape s, float* products)
    {
        var rows = checked(s.KernelH * s.KernelW * s.InputChannels);
        var pictures = (int)PicturesOfTaps(s);
        for (var n = 0; n < s.N; n += pictures)
        {
            var first = n;
            var count = Math.Min(pictures, s.N - n);
            var places = s.OutputH * s.OutputW;
            MatMul(kernel, dy + first * s.OutputLength, products, new MatMulShape(
                1, rows, checked(count * places), s.OutputChannels, TransposeA: false, TransposeB: true));
            Work.Run(count, picture => AddProductsOfPicture(
                products + picture * (nint)places, (nint)count * places, dx + (first + picture) * s.InputLength, s));
        }
    }

    /// <summary>Adds the products that meet a picture of dx, the kernel's last tap first.</summary>
    /// <param name="products">The picture's: [tap][channel of x][place of dy].</param>
    /// <param name="stride">Elements between the products of a tap and a channel and the next.</param>
    /// <param name="picture">The picture of dx.</param>
    /// <param name="s">The sizes.</param>
    private static void AddProductsOfPicture(float* products, nint stride, float* picture, ConvolutionShape s)
    {
        nint channels = s.InputChannels, step = s.StrideW * channels, rowStep = (nint)s.StrideH * s.W * channels, outputW = s.OutputW;
        new Span<float>(picture, checked((int)s.InputLength)).Clear();
        for (var kh = s.KernelH - 1; kh >= 0; kh--)
        {
            var offsetH = kh * s.DilationH - s.PaddingTop;
            var (firstH, endH) = Inside(s.H, s.OutputH, s.StrideH, offsetH);
            for (var kw = s.KernelW - 1; kw >= 0; kw--)
            {
                var offsetW = kw * s.DilationW - s.PaddingLeft;
                var (firstW, endW) = Inside(s.W, s.OutputW, s.StrideW, offsetW);
                for (nint ci = 0; ci < channels; ci++)
                {
                    var source = products + (((nint)kh * s.KernelW + kw) * channels + ci) * stride + firstH * outputW;
                    var row = picture + (((nint)firstH * s.StrideH + offsetH) * s.W + (nint)firstW * s.StrideW + offsetW) * channels + ci;
                    for (var oh = firstH; oh < endH; oh++, source += outputW, row += rowStep)
                    {
                        var target = row;
                        for (nint ow = firstW; ow < endW; ow++, target += step)
                            *target += source[ow];
                    }
                }
            }
        }
    }

    /// <summary>The places o of y for which o stride + offset lies in a picture of a size.</summary>
    private static (int First, int End) Inside(int size, int outputs, int stride, int offset)
    {
        var first = offset >= 0 ? 0 : (-offset + stride - 1) / stride;
        var end = size > offset ? Math.Min(outputs, (size - offset - 1) / stride + 1) : 0;
        return (first, end);
    }
}
