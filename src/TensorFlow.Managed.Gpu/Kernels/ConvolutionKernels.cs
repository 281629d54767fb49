using ILGPU;
using ILGPU.Runtime;

namespace Tensorflow.Devices.Gpu.Kernels;

/// <summary>A <see cref="ConvolutionShape"/>'s numbers, as a kernel takes them; channels are counted in lanes.</summary>
internal readonly struct ConvolutionSizes(ConvolutionShape shape, int lanes)
{
    internal readonly int H = shape.H, W = shape.W, Channels = shape.InputChannels / lanes;
    internal readonly int KernelH = shape.KernelH, KernelW = shape.KernelW;
    internal readonly int StrideH = shape.StrideH, StrideW = shape.StrideW, DilationH = shape.DilationH, DilationW = shape.DilationW;
    internal readonly int PaddingTop = shape.PaddingTop, PaddingLeft = shape.PaddingLeft;
    internal readonly int OutputH = shape.OutputH, OutputW = shape.OutputW;
}

/// <summary>
/// Convolutions as matrix products: a patch is what a place of y sees of x, a row of KernelH KernelW InputChannels numbers, with zeros
/// around the picture. Patches times kernel is y; dy times the kernel transposed gives the patches' gradients, which are added up where
/// they overlap.
/// </summary>
internal static class ConvolutionKernels
{
    /// <summary>patches[n, oh, ow] from x: a thread makes a lane of channels of a row, all taps, so that it divides once and neighbours
    /// write side by side.</summary>
    internal static void ToPatches<T>(ArrayView<T> x, ArrayView<T> patches, ConvolutionSizes s, int count)
        where T : unmanaged, ILanes<T>
    {
        var stride = Grid.DimX * Group.DimX;
        var length = s.KernelH * s.KernelW * s.Channels;
        for (var at = Grid.GlobalIndex.X; at < count; at += stride)
        {
            var (row, c) = (at / s.Channels, at % s.Channels);
            var (rest, ow) = (row / s.OutputW, row % s.OutputW);
            var (n, oh) = (rest / s.OutputH, rest % s.OutputH);
            var to = row * length + c;
            var h = oh * s.StrideH - s.PaddingTop;
            for (var kh = 0; kh < s.KernelH; kh++, h += s.DilationH)
            {
                var w = ow * s.StrideW - s.PaddingLeft;
                var from = ((n * s.H + h) * s.W + w) * s.Channels + c;
                var isRow = h >= 0 && h < s.H;
                for (var kw = 0; kw < s.KernelW; kw++, w += s.DilationW, from += s.DilationW * s.Channels, to += s.Channels)
                    patches[to] = isRow && w >= 0 && w < s.W ? x[from] : default;
            }
        }
    }

    /// <summary>x[n, h, w, c] = the sum of the patches' elements that stand for it, in the taps' order; a thread a lane. Without dilation
    /// every StrideH-th tap meets the row, from the first that does, each in the row of places before that of the last.</summary>
    internal static void FromPatches<T>(ArrayView<T> patches, ArrayView<T> x, ConvolutionSizes s, int count)
        where T : unmanaged, ILanes<T>
    {
        var stride = Grid.DimX * Group.DimX;
        var length = s.KernelH * s.KernelW * s.Channels;
        for (var at = Grid.GlobalIndex.X; at < count; at += stride)
        {
            var (pixel, c) = (at / s.Channels, at % s.Channels);
            var (rest, w) = (pixel / s.W, pixel % s.W);
            var (n, h) = (rest / s.H, rest % s.H);
            var (oh, firstH) = ((h + s.PaddingTop) / s.StrideH, (h + s.PaddingTop) % s.StrideH);
            var (lastW, firstW) = ((w + s.PaddingLeft) / s.StrideW, (w + s.PaddingLeft) % s.StrideW);
            T sum = default;
            for (var kh = firstH; kh < s.KernelH && oh >= 0; kh += s.StrideH, oh--)
            {
                if (oh >= s.OutputH)
                    continue;
                var from = ((n * s.OutputH + oh) * s.OutputW + lastW) * length + (kh * s.KernelW + firstW) * s.Channels + c;
                for (var (kw, ow) = (firstW, lastW); kw < s.KernelW && ow >= 0; kw += s.StrideW, ow--)
                {
                    if (ow < s.OutputW)
                        sum = T.Add(sum, patches[from]);
                    from += s.StrideW * s.Channels - length;
                }
            }

            x[at] = sum;
        }
    }

    /// <summary>The same with dilation: each tap is asked whether it meets the place.</summary>
    internal static void FromDilatedPatches<T>(ArrayView<T> patches, ArrayView<T> x, ConvolutionSizes s, int count)
        where T : unmanaged, ILanes<T>
    {
        var stride = Grid.DimX * Group.DimX;
        var length = s.KernelH * s.KernelW * s.Channels;
        for (var at = Grid.GlobalIndex.X; at < count; at += stride)
        {
            var (pixel, c) = (at / s.Channels, at % s.Channels);
            var (rest, w) = (pixel / s.W, pixel % s.W);
            var (n, h) = (rest / s.H, rest % s.H);
            T sum = default;
            for (var kh = 0; kh < s.KernelH; kh++)
            {
                var reachH = h + s.PaddingTop - kh * s.DilationH;
                var oh = reachH / s.StrideH;
                if (reachH < 0 || oh >= s.OutputH || oh * s.StrideH != reachH)
                    continue;
                for (var kw = 0; kw < s.KernelW; kw++)
                {
                    var reachW = w + s.PaddingLeft - kw * s.DilationW;
                    var ow = reachW / s.StrideW;
                    if (reachW >= 0 && ow < s.OutputW && ow * s.StrideW == reachW)
                        sum = T.Add(
                            sum, patches[((n * s.OutputH + oh) * s.OutputW + ow) * length + (kh * s.KernelW + kw) * s.Channels + c]);
                }
            }

            x[at] = sum;
        }
    }
}
