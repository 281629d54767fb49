using System.Runtime.InteropServices;

namespace Tensorflow.Devices.Gpu.Blas;

/// <summary>NVIDIA's cuBLAS, of whatever CUDA is installed; ILGPU's own bindings end at version 12.</summary>
internal sealed unsafe class CublasLibrary : IDisposable
{
    private const int DefaultMath = 0, TensorFloat32Math = 3;

    private readonly nint _handle;
    private readonly delegate* unmanaged<nint, int> _destroy;
    private readonly delegate* unmanaged<nint, int, int> _setMathMode;
    private readonly delegate* unmanaged<nint, int, int, int, int, int, float*, nint, int, nint, int, float*, nint, int, int> _multiplyOne;
    private readonly delegate* unmanaged<nint, int, int, int, int, int, float*, nint, int, long, nint, int, long, float*, nint, int, long,
        int, int> _multiply;

    private CublasLibrary(string name, nint library, nint stream)
    {
        Name = name;
        nint handle = 0;
        Check(((delegate* unmanaged<nint*, int>)Symbol(library, "cublasCreate_v2"))(&handle), "cublasCreate");
        _handle = handle;
        _destroy = (delegate* unmanaged<nint, int>)Symbol(library, "cublasDestroy_v2");
        _setMathMode = (delegate* unmanaged<nint, int, int>)Symbol(library, "cublasSetMathMode");
        _multiply = (delegate* unmanaged<nint, int, int, int, int, int, float*, nint, int, long, nint, int, long, float*, nint, int, long,
            int, int>)Symbol(library, "cublasSgemmStridedBatched");
        _multiplyOne = (delegate* unmanaged<nint, int, int, int, int, int, float*, nint, int, nint, int, float*, nint, int, int>)Symbol(
            library, "cublasSgemm_v2");
        Check(((delegate* unmanaged<nint, nint, int>)Symbol(library, "cublasSetStream_v2"))(handle, stream), "cublasSetStream");
        Check(_setMathMode(handle, DefaultMath), "cublasSetMathMode");
    }

    /// <summary>The file that was found.</summary>
    internal string Name { get; }

    /// <summary>Products with 10 bits of mantissa instead of 23, several times as fast.</summary>
    internal void SetTensorFloat32(bool value) =>
        Check(_setMathMode(_handle, value ? TensorFloat32Math : DefaultMath), "cublasSetMathMode");

    /// <summary>Looks for the library; the calling thread has the card's context.</summary>
    /// <param name="stream">The CUDA stream that products are put into.</param>
    /// <returns>Null where there is none.</returns>
    internal static CublasLibrary? TryLoad(nint stream)
    {
        string[] names = OperatingSystem.IsWindows()
            ? ["cublas64_13.dll", "cublas64_12.dll", "cublas64_11.dll"]
            : ["libcublas.so.13", "libcublas.so.12", "libcublas.so.11"];
        foreach (var name in names)
            if (NativeLibrary.TryLoad(name, out var library))
                return new CublasLibrary(name, library, stream);
        return null;
    }

    /// <summary>y = a b + beta y for row-major matrices: to cuBLAS, which counts columns first, that is y' = b' a' + beta y'.</summary>
    internal void MatMul(nint a, nint b, nint y, MatMulShape shape, float beta)
    {
        var (batch, m, n, k, transposeA, transposeB) = shape;
        var alpha = 1f;
        var (operationB, operationA, strideB, strideA) = (transposeB ? 1 : 0, transposeA ? 1 : 0, transposeB ? k : n, transposeA ? m : k);
        if (batch == 1)
            Check(
                _multiplyOne(_handle, operationB, operationA, n, m, k, &alpha, b, strideB, a, strideA, &beta, y, n), "cublasSgemm");
        else
            Check(
                _multiply(
                    _handle, operationB, operationA, n, m, k, &alpha, b, strideB, (long)k * n, a, strideA, (long)m * k, &beta, y, n,
                    (long)m * n, batch),
                "cublasSgemmStridedBatched");
    }

    public void Dispose() => _destroy(_handle);

    private static nint Symbol(nint library, string name) => NativeLibrary.GetExport(library, name);

    private static void Check(int status, string call)
    {
        if (status != 0)
            throw new RuntimeError($"cuBLAS could not compute: {call} gave status {status}.");
    }
}
