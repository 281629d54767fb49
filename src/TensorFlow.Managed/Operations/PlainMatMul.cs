using System.Numerics;
using Tensorflow.Devices;

namespace Tensorflow.Operations;

/// <summary>Matrix products of float64 and whole numbers, by plain loops on the processor: right, and not made for speed.</summary>
internal static class PlainMatMul
{
    internal static void Run(Tensor a, Tensor b, Tensor y, MatMulShape shape)
    {
        switch (a.dtype)
        {
            case TF_DataType.TF_DOUBLE: Run<double>(a, b, y, shape); break;
            case TF_DataType.TF_INT32: Run<int>(a, b, y, shape); break;
            default: Run<long>(a, b, y, shape); break;
        }
    }

    private static void Run<T>(Tensor a, Tensor b, Tensor y, MatMulShape shape) where T : unmanaged, INumber<T>
    {
        T[] left = a.ToArray<T>(), right = b.ToArray<T>(), result = new T[y.size];
        for (var n = 0; n < shape.Batch; n++)
            for (var row = 0; row < shape.M; row++)
                for (var k = 0; k < shape.K; k++)
                {
                    var factor = left[n * shape.M * shape.K + (shape.TransposeA ? k * shape.M + row : row * shape.K + k)];
                    for (var column = 0; column < shape.N; column++)
                        result[(n * shape.M + row) * shape.N + column] += factor
                            * right[n * shape.K * shape.N + (shape.TransposeB ? column * shape.K + k : k * shape.N + column)];
                }

        Tensor.Device.CopyFromHost(System.Runtime.InteropServices.MemoryMarshal.AsBytes(result.AsSpan()), y.Storage, 0);
    }
}
