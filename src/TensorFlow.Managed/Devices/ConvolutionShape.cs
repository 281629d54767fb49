namespace Tensorflow.Devices;

/// <summary>
/// The sizes of a convolution y = x * kernel of a batch of pictures: x is (N, H, W, InputChannels), the kernel (KernelH, KernelW,
/// InputChannels, OutputChannels), y (N, OutputH, OutputW, OutputChannels). Its two gradients have the same sizes.
/// <c>y[n, oh, ow, co] = sum over kh, kw, ci of x[n, oh StrideH + kh DilationH - PaddingTop, ow StrideW + kw DilationW - PaddingLeft, ci]
/// kernel[kh, kw, ci, co]</c>, where x is 0 outside the picture.
/// </summary>
internal sealed record ConvolutionShape(
    int N, int H, int W, int InputChannels, int KernelH, int KernelW, int OutputChannels,
    int StrideH, int StrideW, int DilationH, int DilationW, int PaddingTop, int PaddingLeft, int OutputH, int OutputW)
{
    internal Shape Input => new(N, H, W, InputChannels);

    internal Shape Kernel => new(KernelH, KernelW, InputChannels, OutputChannels);

    internal Shape Output => new(N, OutputH, OutputW, OutputChannels);

    /// <summary>Elements of one picture of x.</summary>
    internal nint InputLength => (nint)H * W * InputChannels;

    /// <summary>Elements of one picture of y.</summary>
    internal nint OutputLength => (nint)OutputH * OutputW * OutputChannels;

    /// <summary>Elements of the kernel.</summary>
    internal nint KernelLength => (nint)KernelH * KernelW * InputChannels * OutputChannels;

    /// <summary>Pairs of a tap and a place of y that meet inside the picture:
    /// the products that one channel of x and one of y need.</summary>
    internal long ProductsOfChannelPair =>
        RealTaps(H, OutputH, KernelH, StrideH, DilationH, PaddingTop) * RealTaps(W, OutputW, KernelW, StrideW, DilationW, PaddingLeft);

    /// <summary>Multiplications of a tap's weight with an element inside the picture; each of the three passes has as many.</summary>
    internal double RealProducts => (double)N * InputChannels * OutputChannels * ProductsOfChannelPair;

    /// <summary>
    /// The pictures over which the gradient of the kernel sums in one go; the sums of such groups are then added in their order. About
    /// as many as fit a core's cache, but enough to make up for the adding, in groups of nearly one size; it depends on the sizes only,
    /// so that the sum has the same bits on any number of threads.
    /// </summary>
    internal int PicturesInGroup
    {
        get
        {
            var most = (int)Math.Max(16, (1 << 18) / Math.Max(1, InputLength + OutputLength));
            var groups = Math.Max(1, (N + most - 1) / most);
            return Math.Max(1, (N + groups - 1) / groups);
        }
    }

    /// <summary>
    /// Whether x has so few channels that they would leave most of a register empty, while those of all taps side by side fill it. Then
    /// the gradient to x first sums each tap over the channels of dy and then adds the taps, and the gradient to the kernel multiplies
    /// by the zeros around a picture, too.
    /// </summary>
    internal bool HasFewInputChannels => InputChannels <= 4 && KernelH * KernelW > 1;

    /// <summary>Whether every place of y is a place of x, multiplied by one matrix: then a batch is one product of matrices.</summary>
    internal bool IsMatrixProduct =>
        KernelH == 1 && KernelW == 1 && StrideH == 1 && StrideW == 1 && OutputH == H && OutputW == W && PaddingTop == 0 && PaddingLeft == 0;

    /// <summary>Works out the padding and the output's sizes, by TensorFlow's rules, and checks everything.</summary>
    /// <param name="operation">The operation that errors name.</param>
    /// <param name="x">(N, H, W, channels).</param>
    /// <param name="kernel">(height, width, channels of x, channels of y).</param>
    /// <param name="strides">Steps between the places where the kernel is laid.</param>
    /// <param name="padding">"same": ceil(size / stride) places, zeros around, the odd one after; "valid": only inside the picture.</param>
    /// <param name="dilations">Steps between the kernel's taps.</param>
    /// <exception cref="ArgumentException">The sizes do not fit; the message says which.</exception>
    internal static ConvolutionShape Of(
        string operation, Shape x, Shape kernel, (int H, int W) strides, string padding, (int H, int W) dilations)
    {
        if (x.ndim != 4)
            throw new ArgumentException($"{operation}: pictures have the shape (N, H, W, channels), but the shape is {x}.");
        if (kernel.ndim != 4)
            throw new ArgumentException(
                $"{operation}: the kernel needs four axes, height, width and two of channels, but its shape is {kernel}.");
        if (x[3] != kernel[2])
            throw new ArgumentException($"{operation}: the pictures {x} have {x[3]} channels, but the kernel {kernel} is for {kernel[2]}.");
        if (kernel[0] < 1 || kernel[1] < 1)
            throw new ArgumentException($"{operation}: the kernel needs a height and a width of at least 1, but its shape is {kernel}.");
        if (strides.H < 1 || strides.W < 1 || dilations.H < 1 || dilations.W < 1)
            throw new ArgumentException($"{operation}: strides and dilations are at least 1, but they are {strides} and {dilations}.");
        var (top, outputH) = Place(operation, "high", x[1], kernel[0], strides.H, padding, dilations.H);
        var (left, outputW) = Place(operation, "wide", x[2], kernel[1], strides.W, padding, dilations.W);
        return new ConvolutionShape(
            checked((int)x[0]), checked((int)x[1]), checked((int)x[2]), checked((int)x[3]),
            checked((int)kernel[0]), checked((int)kernel[1]), checked((int)kernel[3]),
            strides.H, strides.W, dilations.H, dilations.W, top, left, outputH, outputW);
    }

    /// <summary>Along one direction, the pairs of an output's place and a tap that meet the picture.</summary>
    private static long RealTaps(int size, int outputs, int kernel, int stride, int dilation, int padding)
    {
        long pairs = 0;
        for (var output = 0; output < outputs; output++)
            for (var tap = 0; tap < kernel; tap++)
                if ((uint)(output * stride + tap * dilation - padding) < (uint)size)
                    pairs++;
        return pairs;
    }

    private static (int Before, int Outputs) Place(string operation, string direction, long size, long kernel, int stride, string padding,
        int dilation)
    {
        var reach = (kernel - 1) * dilation + 1;
        if (padding.Equals("same", StringComparison.OrdinalIgnoreCase))
        {
            var outputs = (size + stride - 1) / stride;
            return (checked((int)(Math.Max(0, (outputs - 1) * stride + reach - size) / 2)), checked((int)outputs));
        }

        if (!padding.Equals("valid", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"{operation}: the padding is \"same\" or \"valid\", not \"{padding}\".");
        return size >= reach
            ? (0, checked((int)((size - reach) / stride + 1)))
            : throw new ArgumentException(
                $"{operation}: a kernel {reach} {direction} does not fit into a picture {size} {direction}; padding \"same\" would put " +
                $"zeros around it.");
    }
}
