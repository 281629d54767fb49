using System.Numerics.Tensors;

namespace Tensorflow.Devices.Cpu;

/// <summary>Softmax, its logarithm, and the cross entropy of the sigmoid.</summary>
internal static unsafe class SoftmaxKernels
{
    internal static void Softmax(float* x, float* y, long rows, int count) => EachRow(rows, count, row =>
    {
        var result = Shifted(x + row * count, y + row * count, count);
        TensorPrimitives.Exp(result, result);
        TensorPrimitives.Divide(result, TensorPrimitives.Sum<float>(result), result);
    });

    internal static void LogSoftmax(float* x, float* y, long rows, int count) => EachRow(rows, count, row =>
    {
        var result = Shifted(x + row * count, y + row * count, count);
        double sum = 0;
        foreach (var value in result)
            sum += Math.Exp(value);
        TensorPrimitives.Subtract(result, (float)Math.Log(sum), result);
    });

    internal static void SigmoidCrossEntropy(float* labels, float* x, float* y, long count) => Work.RunElements(count, (start, length) =>
    {
        for (var i = start; i < start + length; i++)
        {
            double logit = x[i];
            y[i] = (float)(Math.Max(logit, 0) - logit * labels[i] + UnaryKernels.Log1p(Math.Exp(-Math.Abs(logit))));
        }
    });

    /// <summary>y = x - max x, so that no exponential overflows.</summary>
    private static Span<float> Shifted(float* x, float* y, int count)
    {
        var row = new ReadOnlySpan<float>(x, count);
        var result = new Span<float>(y, count);
        TensorPrimitives.Subtract(row, TensorPrimitives.Max(row), result);
        return result;
    }

    private static void EachRow(long rows, int count, Action<long> row)
    {
        if (count == 0)
            return;
        var rowsInPiece = Math.Max(1, Work.PieceLength / count);
        Work.Run(checked((int)((rows + rowsInPiece - 1) / rowsInPiece)), piece =>
        {
            for (var r = (long)piece * rowsInPiece; r < Math.Min(rows, (piece + 1L) * rowsInPiece); r++)
                row(r);
        });
    }
}
