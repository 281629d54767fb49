using ILGPU;
using ILGPU.Runtime;
using Tensorflow.Devices.Gpu.Kernels;

namespace Tensorflow.Devices.Gpu;

/// <content>
/// Convolutions are matrix products of patches (<see cref="ConvolutionKernels"/>), of as many pictures at once as their patches have
/// room. cuBLAS chooses a product's order of sums by its sizes, so a picture's bits may depend on its batch, within the tolerance that
/// docs/gpu.md states.
/// </content>
internal sealed partial class GpuDevice
{
    /// <summary>The most bytes that patches take.</summary>
    private const long RoomForPatches = 1L << 30;

    internal override void MatMul(Storage a, Storage b, Storage y, MatMulShape shape)
    {
        if (shape.K == 0)
            Fill(TF_DataType.TF_FLOAT, y, (long)shape.Batch * shape.M * shape.N, 0);
        else if (shape is { Batch: > 0, M: > 0, N: > 0 })
            MatMul(View<float>(a), View<float>(b), View<float>(y), shape, adds: false);
    }

    internal override void Conv2D(Storage x, Storage kernel, Storage y, ConvolutionShape shape)
    {
        var (length, pixels) = (PatchLength(shape), shape.OutputH * shape.OutputW);
        EachPart(shape, (first, count, patches) =>
        {
            var rows = count * pixels;
            var seen = Patches(x, patches, shape, first, count);
            MatMul(
                seen, View<float>(kernel), View<float>(y, first * shape.OutputLength),
                new MatMulShape(1, rows, shape.OutputChannels, length, TransposeA: false, TransposeB: false), adds: false);
        });
    }

    internal override void Conv2DBackpropInput(Storage kernel, Storage dy, Storage dx, ConvolutionShape shape)
    {
        var (length, pixels) = (PatchLength(shape), shape.OutputH * shape.OutputW);
        var isDense = IsDense(shape);
        EachPart(shape, (first, count, patches) =>
        {
            var gradients = isDense ? View<float>(dx, first * shape.InputLength) : View<float>(patches!);
            MatMul(
                View<float>(dy, first * shape.OutputLength), View<float>(kernel), gradients,
                new MatMulShape(1, count * pixels, length, shape.OutputChannels, TransposeA: false, TransposeB: true), adds: false);
            if (isDense)
                return;
            var elements = count * shape.InputLength;
            Launch(
                ConvolutionKernels.FromPatches, Each(elements), gradients, View<float>(dx, first * shape.InputLength),
                new ConvolutionSizes(shape), Count(elements));
        });
    }

    internal override void Conv2DBackpropFilter(Storage x, Storage dy, Storage dkernel, ConvolutionShape shape)
    {
        var (length, pixels) = (PatchLength(shape), shape.OutputH * shape.OutputW);
        if (shape.N * pixels == 0)
            Fill(TF_DataType.TF_FLOAT, dkernel, shape.KernelLength, 0);
        EachPart(shape, (first, count, patches) =>
            MatMul(
                Patches(x, patches, shape, first, count), View<float>(dy, first * shape.OutputLength), View<float>(dkernel),
                new MatMulShape(1, length, shape.OutputChannels, count * pixels, TransposeA: true, TransposeB: false), adds: first > 0));
    }

    /// <summary>Calls a function for parts of the batch, with room for their patches; without where x is its own patches.</summary>
    private void EachPart(ConvolutionShape shape, Action<int, int, Storage?> part)
    {
        var bytesOfPicture = (long)shape.OutputH * shape.OutputW * PatchLength(shape) * sizeof(float);
        if (shape.N == 0 || bytesOfPicture == 0 || shape.OutputChannels == 0)
            return;
        var most = (int)Math.Clamp(RoomForPatches / bytesOfPicture, 1, shape.N);
        var patches = IsDense(shape) ? null : Rent(most * bytesOfPicture);
        for (var first = 0; first < shape.N; first += most)
            part(first, Math.Min(most, shape.N - first), patches);
        patches?.Release();
    }

    private ArrayView<float> Patches(Storage x, Storage? patches, ConvolutionShape shape, int first, int count)
    {
        var from = View<float>(x, first * shape.InputLength);
        if (patches is null)
            return from;
        var (to, channels) = (View<float>(patches), (long)count * shape.OutputH * shape.OutputW * shape.InputChannels);
        Launch(ConvolutionKernels.ToPatches, Each(channels), from, to, new ConvolutionSizes(shape), Count(channels));
        return to;
    }

    private void MatMul(ArrayView<float> a, ArrayView<float> b, ArrayView<float> y, MatMulShape shape, bool adds)
    {
        if (UsesCublas)
        {
            using (Send(GpuWork.Product, Listener is null ? "" : NameOf(shape)))
            {
                _accelerator.Bind();
                _cublas!.MatMul(Address(a), Address(b), Address(y), shape, adds ? 1 : 0);
            }

            return;
        }

        var side = IsCard ? MatMulKernels.MostSide : 2;
        var tiles = (long)shape.Batch * ((shape.M + 4 * side - 1) / (4 * side)) * ((shape.N + 4 * side - 1) / (4 * side));
        Launch(
            MatMulKernels.MatMul, new KernelConfig((int)Math.Min(tiles, 1 << 20), side * side), a, b, y,
            new ProductSizes(shape.M, shape.N, shape.K, shape.TransposeA, shape.TransposeB, adds), shape.Batch);
    }

    /// <summary>A kernel of one tap at each place: a matrix product of x as it lies.</summary>
    private static bool IsDense(ConvolutionShape shape) =>
        shape is { KernelH: 1, KernelW: 1, StrideH: 1, StrideW: 1, PaddingTop: 0, PaddingLeft: 0 };

    private static int PatchLength(ConvolutionShape shape) => shape.KernelH * shape.KernelW * shape.InputChannels;

    private static string NameOf(MatMulShape shape) =>
        $"product {shape.Batch} x {shape.M} x {shape.N} x {shape.K}{(shape.TransposeA ? " A'" : "")}{(shape.TransposeB ? " B'" : "")}";

    private static unsafe nint Address(ArrayView<float> view) => (nint)view.LoadEffectiveAddressAsPtr();
}
