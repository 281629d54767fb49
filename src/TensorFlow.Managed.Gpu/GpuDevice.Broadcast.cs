using System.Numerics;
using Tensorflow.Devices.Gpu.Kernels;

namespace Tensorflow.Devices.Gpu;

/// <content>Functions of two operands.</content>
internal sealed partial class GpuDevice
{
    internal override void Binary(BinaryFunction f, TF_DataType dtype, Storage a, Storage b, Storage y, Broadcast plan)
    {
        switch (dtype)
        {
            case TF_DataType.TF_FLOAT when f == BinaryFunction.FloorMod: Zip<float, float, FloorMod>(a, b, y, plan); break;
            case TF_DataType.TF_FLOAT when f == BinaryFunction.Pow: Zip<float, float, Pow>(a, b, y, plan); break;
            case TF_DataType.TF_FLOAT: NumberBinary<float>(f, dtype, a, b, y, plan); break;
            case TF_DataType.TF_DOUBLE when f == BinaryFunction.FloorMod: Zip<double, double, FloorMod>(a, b, y, plan); break;
            case TF_DataType.TF_DOUBLE when f == BinaryFunction.Pow: Zip<double, double, Pow>(a, b, y, plan); break;
            case TF_DataType.TF_DOUBLE: NumberBinary<double>(f, dtype, a, b, y, plan); break;
            case TF_DataType.TF_INT32: WholeBinary<int>(f, dtype, a, b, y, plan); break;
            case TF_DataType.TF_INT64: WholeBinary<long>(f, dtype, a, b, y, plan); break;
            case TF_DataType.TF_UINT8: WholeBinary<byte>(f, dtype, a, b, y, plan); break;
            default: LogicalBinary(f, dtype, a, b, y, plan); break;
        }
    }

    internal override void Compare(Comparison comparison, TF_DataType dtype, Storage a, Storage b, Storage y, Broadcast plan)
    {
        switch (dtype)
        {
            case TF_DataType.TF_FLOAT: Compare<float>(comparison, a, b, y, plan); break;
            case TF_DataType.TF_DOUBLE: Compare<double>(comparison, a, b, y, plan); break;
            case TF_DataType.TF_INT32: Compare<int>(comparison, a, b, y, plan); break;
            case TF_DataType.TF_INT64: Compare<long>(comparison, a, b, y, plan); break;
            default: Compare<byte>(comparison, a, b, y, plan); break;
        }
    }

    private void WholeBinary<T>(BinaryFunction f, TF_DataType dtype, Storage a, Storage b, Storage y, Broadcast plan)
        where T : unmanaged, INumber<T>
    {
        if (f == BinaryFunction.FloorMod)
            Zip<T, T, IntegerFloorMod<T>>(a, b, y, plan);
        else
            NumberBinary<T>(f, dtype, a, b, y, plan);
    }

    private void NumberBinary<T>(BinaryFunction f, TF_DataType dtype, Storage a, Storage b, Storage y, Broadcast plan)
        where T : unmanaged, INumber<T>
    {
        switch (f)
        {
            case BinaryFunction.Add: Zip<T, T, Add<T>>(a, b, y, plan); break;
            case BinaryFunction.Subtract: Zip<T, T, Subtract<T>>(a, b, y, plan); break;
            case BinaryFunction.Multiply: Zip<T, T, Multiply<T>>(a, b, y, plan); break;
            case BinaryFunction.Divide: Zip<T, T, Divide<T>>(a, b, y, plan); break;
            case BinaryFunction.Maximum: Zip<T, T, Maximum<T>>(a, b, y, plan); break;
            case BinaryFunction.Minimum: Zip<T, T, Minimum<T>>(a, b, y, plan); break;
            case BinaryFunction.SquaredDifference: Zip<T, T, SquaredDifference<T>>(a, b, y, plan); break;
            default: throw Unsupported(f, dtype);
        }
    }

    private void LogicalBinary(BinaryFunction f, TF_DataType dtype, Storage a, Storage b, Storage y, Broadcast plan)
    {
        if (f == BinaryFunction.LogicalAnd)
            Zip<byte, byte, LogicalAnd>(a, b, y, plan);
        else if (f == BinaryFunction.LogicalOr)
            Zip<byte, byte, LogicalOr>(a, b, y, plan);
        else
            throw Unsupported(f, dtype);
    }

    private void Compare<T>(Comparison comparison, Storage a, Storage b, Storage y, Broadcast plan) where T : unmanaged, INumber<T>
    {
        switch (comparison)
        {
            case Comparison.Equal: Zip<T, byte, Equal<T>>(a, b, y, plan); break;
            case Comparison.NotEqual: Zip<T, byte, NotEqual<T>>(a, b, y, plan); break;
            case Comparison.Less: Zip<T, byte, Less<T>>(a, b, y, plan); break;
            case Comparison.LessEqual: Zip<T, byte, LessEqual<T>>(a, b, y, plan); break;
            case Comparison.Greater: Zip<T, byte, Greater<T>>(a, b, y, plan); break;
            default: Zip<T, byte, GreaterEqual<T>>(a, b, y, plan); break;
        }
    }

    private void Zip<T, TResult, TFunction>(Storage a, Storage b, Storage y, Broadcast plan)
        where T : unmanaged
        where TResult : unmanaged
        where TFunction : struct, IBinary<T, TResult>
    {
        foreach (var (walk, first) in Walk.Of(plan.Sizes, plan.StepsOfA, plan.StepsOfB))
            Launch(
                ElementwiseKernels.Zip<T, TResult, TFunction>, Each(walk.Count), View<T>(a), View<T>(b), View<TResult>(y, first), walk,
                Count(walk.Count));
    }
}
