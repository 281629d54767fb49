using Tensorflow.Devices.Cpu.Stages;

namespace Tensorflow.Devices.Cpu;

internal sealed unsafe partial class CpuDevice
{
    internal override void Unary(UnaryFunction f, TF_DataType dtype, Storage x, Storage y, long count)
    {
        switch (dtype)
        {
            case TF_DataType.TF_FLOAT: Map(UnaryKernels.Floating<float>(f), x, y, count); break;
            case TF_DataType.TF_DOUBLE: Map(UnaryKernels.Floating<double>(f), x, y, count); break;
            case TF_DataType.TF_INT32: Map(UnaryKernels.Integer<int>(f), x, y, count); break;
            case TF_DataType.TF_INT64: Map(UnaryKernels.Integer<long>(f), x, y, count); break;
            case TF_DataType.TF_UINT8: Map(UnaryKernels.Integer<byte>(f), x, y, count); break;
            default: Map(UnaryKernels.Logical(f), x, y, count); break;
        }
    }

    internal override void Binary(BinaryFunction f, TF_DataType dtype, Storage a, Storage b, Storage y, Broadcast plan)
    {
        switch (dtype)
        {
            case TF_DataType.TF_FLOAT when f is BinaryFunction.Add or BinaryFunction.Multiply
                && StageOf(f == BinaryFunction.Multiply, a, b, plan) is { } stage:
                Stage.Assign(y, stage);
                break;
            case TF_DataType.TF_FLOAT:
                BroadcastLoop.Run(a.As<float>(), b.As<float>(), y.As<float>(), plan, BinaryKernels.Floating<float>(f)); break;
            case TF_DataType.TF_DOUBLE:
                BroadcastLoop.Run(a.As<double>(), b.As<double>(), y.As<double>(), plan, BinaryKernels.Floating<double>(f)); break;
            case TF_DataType.TF_INT32: BroadcastLoop.Run(a.As<int>(), b.As<int>(), y.As<int>(), plan, BinaryKernels.Integer<int>(f)); break;
            case TF_DataType.TF_INT64:
                BroadcastLoop.Run(a.As<long>(), b.As<long>(), y.As<long>(), plan, BinaryKernels.Integer<long>(f)); break;
            case TF_DataType.TF_UINT8:
                BroadcastLoop.Run(a.As<byte>(), b.As<byte>(), y.As<byte>(), plan, BinaryKernels.Integer<byte>(f)); break;
            default: BroadcastLoop.Run(a.As<byte>(), b.As<byte>(), y.As<byte>(), plan, BinaryKernels.Logical(f)); break;
        }
    }

    /// <summary>A sum or a product as a stage, which joins the chain that makes its operands; null where none has such steps.</summary>
    private static Stage? StageOf(bool isProduct, Storage a, Storage b, Broadcast plan) => plan switch
    {
        { Sizes: [var count], StepsOfA: [1], StepsOfB: [1] } => PairStage.Of(a, b, isProduct, count),
        { Sizes: [var count], StepsOfA: [1], StepsOfB: [0] } => RowStage.Of(a, b, isProduct, 1, count),
        { Sizes: [var count], StepsOfA: [0], StepsOfB: [1] } => RowStage.Of(b, a, isProduct, 1, count),
        { Sizes: [var rows, var columns], StepsOfA: [not 0, 1], StepsOfB: [0, 1] } when !isProduct => BiasStage.Of(a, b, rows, columns),
        { Sizes: [var rows, var columns], StepsOfA: [not 0, 1], StepsOfB: [1, 0] } => RowStage.Of(a, b, isProduct, rows, columns),
        { Sizes: [var groups, var rows, var columns], StepsOfA: [not 0, not 0, 1], StepsOfB: [not 0, 0, 1] } =>
            GroupStage.Of(a, b, isProduct, groups, rows, columns),
        _ => null,
    };

    internal override void Compare(Comparison comparison, TF_DataType dtype, Storage a, Storage b, Storage y, Broadcast plan)
    {
        switch (dtype)
        {
            case TF_DataType.TF_FLOAT:
                BroadcastLoop.Run(a.As<float>(), b.As<float>(), y.As<byte>(), plan, ComparisonKernels.For<float>(comparison)); break;
            case TF_DataType.TF_DOUBLE:
                BroadcastLoop.Run(a.As<double>(), b.As<double>(), y.As<byte>(), plan, ComparisonKernels.For<double>(comparison)); break;
            case TF_DataType.TF_INT32:
                BroadcastLoop.Run(a.As<int>(), b.As<int>(), y.As<byte>(), plan, ComparisonKernels.For<int>(comparison)); break;
            case TF_DataType.TF_INT64:
                BroadcastLoop.Run(a.As<long>(), b.As<long>(), y.As<byte>(), plan, ComparisonKernels.For<long>(comparison)); break;
            default: BroadcastLoop.Run(a.As<byte>(), b.As<byte>(), y.As<byte>(), plan, ComparisonKernels.For<byte>(comparison)); break;
        }
    }

    internal override void Cast(TF_DataType from, TF_DataType to, Storage x, Storage y, long count)
    {
        switch (from)
        {
            case TF_DataType.TF_FLOAT: CastKernels.From(x.As<float>(), to, y.Pointer, count); break;
            case TF_DataType.TF_DOUBLE: CastKernels.From(x.As<double>(), to, y.Pointer, count); break;
            case TF_DataType.TF_INT32: CastKernels.From(x.As<int>(), to, y.Pointer, count); break;
            case TF_DataType.TF_INT64: CastKernels.From(x.As<long>(), to, y.Pointer, count); break;
            default: CastKernels.From(x.As<byte>(), to, y.Pointer, count); break;
        }
    }

    internal override void Fill(TF_DataType dtype, Storage y, long count, double value)
    {
        switch (dtype)
        {
            case TF_DataType.TF_FLOAT: FillWith((float)value, y, count); break;
            case TF_DataType.TF_DOUBLE: FillWith(value, y, count); break;
            case TF_DataType.TF_INT32: FillWith((int)value, y, count); break;
            case TF_DataType.TF_INT64: FillWith((long)value, y, count); break;
            case TF_DataType.TF_UINT8: FillWith((byte)value, y, count); break;
            default: FillWith(value != 0, y, count); break;
        }
    }

    internal override void LeakyRelu(TF_DataType dtype, Storage x, Storage y, long count, float slope)
    {
        if (dtype == TF_DataType.TF_FLOAT)
            Stage.Assign(y, LeakyReluStage.Of(x, count, slope));
        else
            LeakyRelu(x.As<double>(), y.As<double>(), count, slope);
    }

    internal override void LeakyReluGradient(TF_DataType dtype, Storage dy, Storage x, Storage dx, long count, float slope)
    {
        if (dtype == TF_DataType.TF_FLOAT)
            Stage.Assign(dx, LeakyReluGradientStage.Of(dy, x, count, slope));
        else
            LeakyReluGradient(dy.As<double>(), x.As<double>(), dx.As<double>(), count, slope);
    }

    private static void LeakyRelu(double* x, double* y, long count, double slope) => Work.RunElements(count, (start, length) =>
        LeakyReluKernels.Forward(new ReadOnlySpan<double>(x + start, length), new Span<double>(y + start, length), slope));

    private static void LeakyReluGradient(double* dy, double* x, double* dx, long count, double slope) =>
        Work.RunElements(count, (start, length) =>
        LeakyReluKernels.Gradient(
            new ReadOnlySpan<double>(dy + start, length), new ReadOnlySpan<double>(x + start, length), new Span<double>(dx + start, length),
            slope));

    private static void Map<T>(MapKernel<T> kernel, Storage x, Storage y, long count) where T : unmanaged
    {
        T* px = x.As<T>(), py = y.As<T>();
        Work.RunElements(count, (start, length) => kernel(new(px + start, length), new(py + start, length)));
    }

    private static void FillWith<T>(T value, Storage y, long count) where T : unmanaged
    {
        var py = y.As<T>();
        Work.RunElements(count, (start, length) => new Span<T>(py + start, length).Fill(value));
    }
}
