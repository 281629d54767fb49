using Tensorflow.Operations;

namespace Tensorflow.NumPy;

/// <content>C#'s numbers and arrays as arrays of their shape and type, and an array of one element as a number.</content>
public sealed partial class NDArray
{
    /// <summary>The single element; true when it is not 0.</summary>
    /// <exception cref="InvalidCastException">There is not exactly one element.</exception>
    public static implicit operator bool(NDArray array) => array.size == 1
        ? array.Item() != 0
        : throw new InvalidCastException(
            $"An array of the shape {array.shape} is neither true nor false; ask np.array_equal(a, b), np.all(a) or np.any(a).");

    /// <summary>The single element; fractions are cut off.</summary>
    /// <exception cref="InvalidCastException">There is not exactly one element.</exception>
    public static implicit operator byte(NDArray array) => (byte)array.Item();

    /// <summary>The single element; fractions are cut off.</summary>
    /// <exception cref="InvalidCastException">There is not exactly one element.</exception>
    public static implicit operator int(NDArray array) => (int)array.Item();

    /// <summary>The single element; fractions are cut off.</summary>
    /// <exception cref="InvalidCastException">There is not exactly one element.</exception>
    public static implicit operator long(NDArray array) => (long)(Tensor)array;

    /// <summary>The single element.</summary>
    /// <exception cref="InvalidCastException">There is not exactly one element.</exception>
    public static implicit operator float(NDArray array) => (float)array.Item();

    /// <summary>The single element.</summary>
    /// <exception cref="InvalidCastException">There is not exactly one element.</exception>
    public static implicit operator double(NDArray array) => array.Item();

    /// <summary>A bool scalar.</summary>
    public static implicit operator NDArray(bool value) => Made(() => Constant.From(value));

    /// <summary>A uint8 scalar.</summary>
    public static implicit operator NDArray(byte value) => Made(() => Constant.From(value));

    /// <summary>An int32 scalar.</summary>
    public static implicit operator NDArray(int value) => Made(() => Constant.From(value));

    /// <summary>An int64 scalar.</summary>
    public static implicit operator NDArray(long value) => Made(() => Constant.From(value));

    /// <summary>A float32 scalar.</summary>
    public static implicit operator NDArray(float value) => Made(() => Constant.From(value));

    /// <summary>A float64 scalar.</summary>
    public static implicit operator NDArray(double value) => Made(() => Constant.From(value));

    /// <summary>A bool vector.</summary>
    public static implicit operator NDArray(bool[] values) => Made(() => Constant.From(values));

    /// <summary>A bool matrix.</summary>
    public static implicit operator NDArray(bool[,] values) => Made(() => Constant.From(values));

    /// <summary>A bool array of three axes.</summary>
    public static implicit operator NDArray(bool[,,] values) => Made(() => Constant.From(values));

    /// <summary>A bool array of four axes.</summary>
    public static implicit operator NDArray(bool[,,,] values) => Made(() => Constant.From(values));

    /// <summary>A uint8 vector.</summary>
    public static implicit operator NDArray(byte[] values) => Made(() => Constant.From(values));

    /// <summary>A uint8 matrix.</summary>
    public static implicit operator NDArray(byte[,] values) => Made(() => Constant.From(values));

    /// <summary>A uint8 array of three axes.</summary>
    public static implicit operator NDArray(byte[,,] values) => Made(() => Constant.From(values));

    /// <summary>A uint8 array of four axes.</summary>
    public static implicit operator NDArray(byte[,,,] values) => Made(() => Constant.From(values));

    /// <summary>An int32 vector.</summary>
    public static implicit operator NDArray(int[] values) => Made(() => Constant.From(values));

    /// <summary>An int32 matrix.</summary>
    public static implicit operator NDArray(int[,] values) => Made(() => Constant.From(values));

    /// <summary>An int32 array of three axes.</summary>
    public static implicit operator NDArray(int[,,] values) => Made(() => Constant.From(values));

    /// <summary>An int32 array of four axes.</summary>
    public static implicit operator NDArray(int[,,,] values) => Made(() => Constant.From(values));

    /// <summary>An int64 vector.</summary>
    public static implicit operator NDArray(long[] values) => Made(() => Constant.From(values));

    /// <summary>An int64 matrix.</summary>
    public static implicit operator NDArray(long[,] values) => Made(() => Constant.From(values));

    /// <summary>An int64 array of three axes.</summary>
    public static implicit operator NDArray(long[,,] values) => Made(() => Constant.From(values));

    /// <summary>An int64 array of four axes.</summary>
    public static implicit operator NDArray(long[,,,] values) => Made(() => Constant.From(values));

    /// <summary>A float32 vector.</summary>
    public static implicit operator NDArray(float[] values) => Made(() => Constant.From(values));

    /// <summary>A float32 matrix.</summary>
    public static implicit operator NDArray(float[,] values) => Made(() => Constant.From(values));

    /// <summary>A float32 array of three axes.</summary>
    public static implicit operator NDArray(float[,,] values) => Made(() => Constant.From(values));

    /// <summary>A float32 array of four axes.</summary>
    public static implicit operator NDArray(float[,,,] values) => Made(() => Constant.From(values));

    /// <summary>A float64 vector.</summary>
    public static implicit operator NDArray(double[] values) => Made(() => Constant.From(values));

    /// <summary>A float64 matrix.</summary>
    public static implicit operator NDArray(double[,] values) => Made(() => Constant.From(values));

    /// <summary>A float64 array of three axes.</summary>
    public static implicit operator NDArray(double[,,] values) => Made(() => Constant.From(values));

    /// <summary>A float64 array of four axes.</summary>
    public static implicit operator NDArray(double[,,,] values) => Made(() => Constant.From(values));
}
