using System.Collections.Concurrent;
using System.Numerics;
using Tensorflow.Devices.Gpu.Kernels;

namespace Tensorflow.Devices.Gpu;

internal sealed partial class GpuDevice
{
    private const int MostScalars = 1024;

    private readonly ConcurrentDictionary<(TF_DataType Type, long Bits), Storage> _scalars = new();

    internal override void Unary(UnaryFunction f, TF_DataType dtype, Storage x, Storage y, long count)
    {
        if (count == 0)
            return;
        switch (dtype)
        {
            case TF_DataType.TF_FLOAT: FloatUnary(f, x, y, count); break;
            case TF_DataType.TF_DOUBLE: DoubleUnary(f, x, y, count); break;
            case TF_DataType.TF_INT32: WholeUnary<int>(f, dtype, x, y, count); break;
            case TF_DataType.TF_INT64: WholeUnary<long>(f, dtype, x, y, count); break;
            case TF_DataType.TF_UINT8: WholeUnary<byte>(f, dtype, x, y, count); break;
            default:
                if (f != UnaryFunction.LogicalNot)
                    throw Unsupported(f, dtype);
                Map<byte, LogicalNot>(x, y, count);
                break;
        }
    }

    internal override void Cast(TF_DataType from, TF_DataType to, Storage x, Storage y, long count)
    {
        if (count == 0)
            return;
        switch (from)
        {
            case TF_DataType.TF_FLOAT: CastFloating<float, FloatElement>(to, x, y, count); break;
            case TF_DataType.TF_DOUBLE: CastFloating<double, DoubleElement>(to, x, y, count); break;
            case TF_DataType.TF_INT32: CastWhole<int, IntElement>(to, x, y, count); break;
            case TF_DataType.TF_INT64: CastWhole<long, LongElement>(to, x, y, count); break;
            default: CastWhole<byte, ByteElement>(to, x, y, count); break;
        }
    }

    internal override void Fill(TF_DataType dtype, Storage y, long count, double value)
    {
        if (count == 0)
            return;
        switch (dtype)
        {
            case TF_DataType.TF_FLOAT: Launch(ElementwiseKernels.Fill, Each(count), View<float>(y), Count(count), (float)value); break;
            case TF_DataType.TF_DOUBLE: Launch(ElementwiseKernels.Fill, Each(count), View<double>(y), Count(count), value); break;
            case TF_DataType.TF_INT32: Launch(ElementwiseKernels.Fill, Each(count), View<int>(y), Count(count), (int)value); break;
            case TF_DataType.TF_INT64: Launch(ElementwiseKernels.Fill, Each(count), View<long>(y), Count(count), (long)value); break;
            case TF_DataType.TF_UINT8: Launch(ElementwiseKernels.Fill, Each(count), View<byte>(y), Count(count), (byte)value); break;
            default:
                Launch(ElementwiseKernels.Fill, Each(count), View<byte>(y), Count(count), value != 0 ? (byte)1 : (byte)0);
                break;
        }
    }

    internal override Storage? KeptScalar(TF_DataType dtype, double value)
    {
        var key = (dtype, BitConverter.DoubleToInt64Bits(value));
        if (_scalars.TryGetValue(key, out var kept))
            return kept;
        // Numbers that change from step to step would be kept for nothing.
        if (_scalars.Count >= MostScalars)
            return null;
        var block = Rent(sizeof(double));
        Fill(dtype, block, 1, value);
        return _scalars.GetOrAdd(key, block);
    }

    internal override void LeakyRelu(TF_DataType dtype, Storage x, Storage y, long count, float slope)
    {
        if (count == 0)
            return;
        if (dtype == TF_DataType.TF_FLOAT)
            Launch(ElementwiseKernels.LeakyRelu, Each(count), View<float>(x), View<float>(y), Count(count), slope);
        else
            Launch(ElementwiseKernels.LeakyRelu, Each(count), View<double>(x), View<double>(y), Count(count), (double)slope);
    }

    internal override void LeakyReluGradient(TF_DataType dtype, Storage dy, Storage x, Storage dx, long count, float slope)
    {
        if (count == 0)
            return;
        if (dtype == TF_DataType.TF_FLOAT)
            Launch(
                ElementwiseKernels.LeakyReluGradient, Each(count), View<float>(dy), View<float>(x), View<float>(dx), Count(count), slope);
        else
            Launch(
                ElementwiseKernels.LeakyReluGradient, Each(count), View<double>(dy), View<double>(x), View<double>(dx), Count(count),
                (double)slope);
    }

    private void FloatUnary(UnaryFunction f, Storage x, Storage y, long count)
    {
        switch (f)
        {
            case UnaryFunction.Sqrt: Map<float, Floating<Sqrt>>(x, y, count); break;
            case UnaryFunction.Rsqrt: Map<float, Floating<Rsqrt>>(x, y, count); break;
            case UnaryFunction.Reciprocal: Map<float, Floating<Reciprocal>>(x, y, count); break;
            case UnaryFunction.Exp: Map<float, Floating<Exp>>(x, y, count); break;
            case UnaryFunction.Log: Map<float, Floating<Log>>(x, y, count); break;
            case UnaryFunction.Log1p: Map<float, Floating<Log1p>>(x, y, count); break;
            case UnaryFunction.Sin: Map<float, Floating<Sin>>(x, y, count); break;
            case UnaryFunction.Cos: Map<float, Floating<Cos>>(x, y, count); break;
            case UnaryFunction.Tanh: Map<float, Floating<Tanh>>(x, y, count); break;
            case UnaryFunction.Sigmoid: Map<float, Floating<Sigmoid>>(x, y, count); break;
            case UnaryFunction.Softplus: Map<float, Floating<Softplus>>(x, y, count); break;
            case UnaryFunction.Elu: Map<float, Floating<Elu>>(x, y, count); break;
            case UnaryFunction.Erf: Map<float, Floating<Erf>>(x, y, count); break;
            case UnaryFunction.Floor: Map<float, Floating<Floor>>(x, y, count); break;
            case UnaryFunction.Round: Map<float, Floating<Round>>(x, y, count); break;
            default: NumberUnary<float>(f, TF_DataType.TF_FLOAT, x, y, count); break;
        }
    }

    private void DoubleUnary(UnaryFunction f, Storage x, Storage y, long count)
    {
        switch (f)
        {
            case UnaryFunction.Sqrt: Map<double, Floating<Sqrt>>(x, y, count); break;
            case UnaryFunction.Rsqrt: Map<double, Floating<Rsqrt>>(x, y, count); break;
            case UnaryFunction.Reciprocal: Map<double, Floating<Reciprocal>>(x, y, count); break;
            case UnaryFunction.Exp: Map<double, Floating<Exp>>(x, y, count); break;
            case UnaryFunction.Log: Map<double, Floating<Log>>(x, y, count); break;
            case UnaryFunction.Log1p: Map<double, Floating<Log1p>>(x, y, count); break;
            case UnaryFunction.Sin: Map<double, Floating<Sin>>(x, y, count); break;
            case UnaryFunction.Cos: Map<double, Floating<Cos>>(x, y, count); break;
            case UnaryFunction.Tanh: Map<double, Floating<Tanh>>(x, y, count); break;
            case UnaryFunction.Sigmoid: Map<double, Floating<Sigmoid>>(x, y, count); break;
            case UnaryFunction.Softplus: Map<double, Floating<Softplus>>(x, y, count); break;
            case UnaryFunction.Elu: Map<double, Floating<Elu>>(x, y, count); break;
            case UnaryFunction.Erf: Map<double, Floating<Erf>>(x, y, count); break;
            case UnaryFunction.Floor: Map<double, Floating<Floor>>(x, y, count); break;
            case UnaryFunction.Round: Map<double, Floating<Round>>(x, y, count); break;
            default: NumberUnary<double>(f, TF_DataType.TF_DOUBLE, x, y, count); break;
        }
    }

    private void WholeUnary<T>(UnaryFunction f, TF_DataType dtype, Storage x, Storage y, long count) where T : unmanaged, INumber<T>
    {
        if (f is UnaryFunction.Floor or UnaryFunction.Round)
            Map<T, Identity<T>>(x, y, count);
        else
            NumberUnary<T>(f, dtype, x, y, count);
    }

    private void NumberUnary<T>(UnaryFunction f, TF_DataType dtype, Storage x, Storage y, long count) where T : unmanaged, INumber<T>
    {
        switch (f)
        {
            case UnaryFunction.Negate: Map<T, Negate<T>>(x, y, count); break;
            case UnaryFunction.Abs: Map<T, Abs<T>>(x, y, count); break;
            case UnaryFunction.Sign: Map<T, Sign<T>>(x, y, count); break;
            case UnaryFunction.Square: Map<T, Square<T>>(x, y, count); break;
            case UnaryFunction.Relu: Map<T, Relu<T>>(x, y, count); break;
            default: throw Unsupported(f, dtype);
        }
    }

    private void CastFloating<T, TElement>(TF_DataType to, Storage x, Storage y, long count)
        where T : unmanaged, INumber<T>
        where TElement : struct, IElement<T, double>
    {
        switch (to)
        {
            case TF_DataType.TF_FLOAT: Cast<T, double, TElement, float, double, FloatElement, Same<double>>(x, y, count); break;
            case TF_DataType.TF_DOUBLE: Cast<T, double, TElement, double, double, DoubleElement, Same<double>>(x, y, count); break;
            case TF_DataType.TF_INT32: Cast<T, double, TElement, int, long, IntElement, ToWhole>(x, y, count); break;
            case TF_DataType.TF_INT64: Cast<T, double, TElement, long, long, LongElement, ToWhole>(x, y, count); break;
            case TF_DataType.TF_UINT8: Cast<T, double, TElement, byte, long, ByteElement, ToWhole>(x, y, count); break;
            default: Launch(ElementwiseKernels.IsNotZero, Each(count), View<T>(x), View<byte>(y), Count(count)); break;
        }
    }

    private void CastWhole<T, TElement>(TF_DataType to, Storage x, Storage y, long count)
        where T : unmanaged, INumber<T>
        where TElement : struct, IElement<T, long>
    {
        switch (to)
        {
            case TF_DataType.TF_FLOAT: Cast<T, long, TElement, float, double, FloatElement, ToFloating>(x, y, count); break;
            case TF_DataType.TF_DOUBLE: Cast<T, long, TElement, double, double, DoubleElement, ToFloating>(x, y, count); break;
            case TF_DataType.TF_INT32: Cast<T, long, TElement, int, long, IntElement, Same<long>>(x, y, count); break;
            case TF_DataType.TF_INT64: Cast<T, long, TElement, long, long, LongElement, Same<long>>(x, y, count); break;
            case TF_DataType.TF_UINT8: Cast<T, long, TElement, byte, long, ByteElement, Same<long>>(x, y, count); break;
            default: Launch(ElementwiseKernels.IsNotZero, Each(count), View<T>(x), View<byte>(y), Count(count)); break;
        }
    }

    private void Cast<T, TWide, TElement, TTo, TToWide, TToElement, TConversion>(Storage x, Storage y, long count)
        where T : unmanaged
        where TTo : unmanaged
        where TElement : struct, IElement<T, TWide>
        where TToElement : struct, IElement<TTo, TToWide>
        where TConversion : struct, IConversion<TWide, TToWide> =>
        Launch(
            ElementwiseKernels.Cast<T, TWide, TElement, TTo, TToWide, TToElement, TConversion>, Each(count), View<T>(x), View<TTo>(y),
            Count(count));

    private void Map<T, TFunction>(Storage x, Storage y, long count)
        where T : unmanaged
        where TFunction : struct, IUnary<T> =>
        Launch(ElementwiseKernels.Map<T, TFunction>, Each(count), View<T>(x), View<T>(y), Count(count));

    private static ArgumentException Unsupported<T>(T f, TF_DataType dtype) => new($"{f} is not defined for {dtype.Name()} tensors.");
}
