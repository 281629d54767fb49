using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace Tensorflow.Devices.Gpu.Kernels;

/// <summary>Functions of each element. Every kernel here is a loop that all threads share, whatever their number.</summary>
internal static class ElementwiseKernels
{
    internal static void Map<T, TFunction>(ArrayView<T> x, ArrayView<T> y, int count)
        where T : unmanaged
        where TFunction : struct, IUnary<T>
    {
        var stride = Grid.DimX * Group.DimX;
        for (var i = Grid.GlobalIndex.X; i < count; i += stride)
            y[i] = TFunction.Apply(x[i]);
    }

    /// <summary>y[i] = f(a, b) with the elements that the walk meets at i.</summary>
    internal static void Zip<T, TResult, TFunction>(ArrayView<T> a, ArrayView<T> b, ArrayView<TResult> y, Walk walk, int count)
        where T : unmanaged
        where TResult : unmanaged
        where TFunction : struct, IBinary<T, TResult>
    {
        var stride = Grid.DimX * Group.DimX;
        for (var i = Grid.GlobalIndex.X; i < count; i += stride)
            y[i] = TFunction.Apply(a[walk.InA(i)], b[walk.InB(i)]);
    }

    internal static void Cast<T, TWide, TElement, TTo, TToWide, TToElement, TConversion>(ArrayView<T> x, ArrayView<TTo> y, int count)
        where T : unmanaged
        where TTo : unmanaged
        where TElement : struct, IElement<T, TWide>
        where TToElement : struct, IElement<TTo, TToWide>
        where TConversion : struct, IConversion<TWide, TToWide>
    {
        var stride = Grid.DimX * Group.DimX;
        for (var i = Grid.GlobalIndex.X; i < count; i += stride)
            y[i] = TToElement.Narrow(TConversion.Convert(TElement.Widen(x[i])));
    }

    /// <summary>y[i] = 1 where x[i] is not 0, NaN too.</summary>
    internal static void IsNotZero<T>(ArrayView<T> x, ArrayView<byte> y, int count) where T : unmanaged, INumber<T>
    {
        var stride = Grid.DimX * Group.DimX;
        for (var i = Grid.GlobalIndex.X; i < count; i += stride)
            y[i] = x[i] == T.Zero ? (byte)0 : (byte)1;
    }

    internal static void Fill<T>(ArrayView<T> y, int count, T value) where T : unmanaged
    {
        var stride = Grid.DimX * Group.DimX;
        for (var i = Grid.GlobalIndex.X; i < count; i += stride)
            y[i] = value;
    }

    internal static void LeakyRelu<T>(ArrayView<T> x, ArrayView<T> y, int count, T slope) where T : unmanaged, INumber<T>
    {
        var stride = Grid.DimX * Group.DimX;
        for (var i = Grid.GlobalIndex.X; i < count; i += stride)
            y[i] = x[i] > T.Zero ? x[i] : x[i] * slope;
    }

    internal static void LeakyReluGradient<T>(ArrayView<T> dy, ArrayView<T> x, ArrayView<T> dx, int count, T slope)
        where T : unmanaged, INumber<T>
    {
        var stride = Grid.DimX * Group.DimX;
        for (var i = Grid.GlobalIndex.X; i < count; i += stride)
            dx[i] = x[i] > T.Zero ? dy[i] : dy[i] * slope;
    }

    /// <summary>max(x, 0) - x * label + ln(1 + e^-|x|).</summary>
    internal static void SigmoidCrossEntropy(ArrayView<float> labels, ArrayView<float> x, ArrayView<float> y, int count)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var i = Grid.GlobalIndex.X; i < count; i += stride)
        {
            double logit = x[i];
            y[i] = (float)((logit < 0 ? 0 : logit) - logit * labels[i] + Numerics.Log1p(Numerics.Exp(logit < 0 ? logit : -logit)));
        }
    }
}
