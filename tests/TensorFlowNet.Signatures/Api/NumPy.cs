#nullable disable
using System.Collections;

namespace Tensorflow.NumPy;

public class NDArray : Tensor, IEnumerable<NDArray>
{
    public NDArray reshape(Shape newshape) => throw null;

    public NDArray astype(TF_DataType dtype) => throw null;

    public IEnumerator<NDArray> GetEnumerator() => throw null;

    IEnumerator IEnumerable.GetEnumerator() => throw null;

    public static implicit operator int(NDArray nd) => throw null;

    public static implicit operator long(NDArray nd) => throw null;

    public static implicit operator float(NDArray nd) => throw null;

    public static implicit operator double(NDArray nd) => throw null;
}

public static class np
{
    public static NDArray array(Array data, TF_DataType? dtype = null) => throw null;

    public static NDArray array<T>(params T[] data) where T : unmanaged => throw null;
}
