#nullable disable
using Tensorflow.NumPy;

namespace Tensorflow;

public enum TF_DataType
{
    DtInvalid = 0,
    TF_FLOAT = 1,
    TF_INT64 = 9,
}

public class Tensor
{
    public long[] dims => throw null;

    public Shape shape => throw null;

    public NDArray numpy() => throw null;

    public T[] ToArray<T>() where T : unmanaged => throw null;

    public static explicit operator float(Tensor tensor) => throw null;

    public static Tensor operator +(Tensor lhs, Tensor rhs) => throw null;
    public static Tensor operator +(Tensor lhs, int rhs) => throw null;
    public static Tensor operator +(int lhs, Tensor rhs) => throw null;
    public static Tensor operator +(Tensor lhs, long rhs) => throw null;
    public static Tensor operator +(long lhs, Tensor rhs) => throw null;
    public static Tensor operator +(Tensor lhs, float rhs) => throw null;
    public static Tensor operator +(float lhs, Tensor rhs) => throw null;
    public static Tensor operator +(Tensor lhs, double rhs) => throw null;
    public static Tensor operator +(double lhs, Tensor rhs) => throw null;

    public static Tensor operator -(Tensor x) => throw null;
    public static Tensor operator -(Tensor lhs, Tensor rhs) => throw null;
    public static Tensor operator -(Tensor lhs, int rhs) => throw null;
    public static Tensor operator -(int lhs, Tensor rhs) => throw null;
    public static Tensor operator -(Tensor lhs, long rhs) => throw null;
    public static Tensor operator -(long lhs, Tensor rhs) => throw null;
    public static Tensor operator -(Tensor lhs, float rhs) => throw null;
    public static Tensor operator -(float lhs, Tensor rhs) => throw null;
    public static Tensor operator -(Tensor lhs, double rhs) => throw null;
    public static Tensor operator -(double lhs, Tensor rhs) => throw null;

    public static Tensor operator *(Tensor lhs, Tensor rhs) => throw null;
    public static Tensor operator *(Tensor lhs, int rhs) => throw null;
    public static Tensor operator *(int lhs, Tensor rhs) => throw null;
    public static Tensor operator *(Tensor lhs, long rhs) => throw null;
    public static Tensor operator *(long lhs, Tensor rhs) => throw null;
    public static Tensor operator *(Tensor lhs, float rhs) => throw null;
    public static Tensor operator *(float lhs, Tensor rhs) => throw null;
    public static Tensor operator *(Tensor lhs, double rhs) => throw null;
    public static Tensor operator *(double lhs, Tensor rhs) => throw null;
}
