using Tensorflow.Operations;

namespace Tensorflow;

/// <content>C#'s arrays as tensors of their shape and type.</content>
public partial class Tensor
{
    /// <summary>A bool vector.</summary>
    public static implicit operator Tensor(bool[] values) => Constant.From(values);

    /// <summary>A bool matrix.</summary>
    public static implicit operator Tensor(bool[,] values) => Constant.From(values);

    /// <summary>A bool array of three axes.</summary>
    public static implicit operator Tensor(bool[,,] values) => Constant.From(values);

    /// <summary>A bool array of four axes.</summary>
    public static implicit operator Tensor(bool[,,,] values) => Constant.From(values);

    /// <summary>A uint8 vector.</summary>
    public static implicit operator Tensor(byte[] values) => Constant.From(values);

    /// <summary>A uint8 matrix.</summary>
    public static implicit operator Tensor(byte[,] values) => Constant.From(values);

    /// <summary>A uint8 array of three axes.</summary>
    public static implicit operator Tensor(byte[,,] values) => Constant.From(values);

    /// <summary>A uint8 array of four axes.</summary>
    public static implicit operator Tensor(byte[,,,] values) => Constant.From(values);

    /// <summary>An int32 matrix.</summary>
    public static implicit operator Tensor(int[,] values) => Constant.From(values);

    /// <summary>An int32 array of three axes.</summary>
    public static implicit operator Tensor(int[,,] values) => Constant.From(values);

    /// <summary>An int32 array of four axes.</summary>
    public static implicit operator Tensor(int[,,,] values) => Constant.From(values);

    /// <summary>An int64 vector.</summary>
    public static implicit operator Tensor(long[] values) => Constant.From(values);

    /// <summary>An int64 matrix.</summary>
    public static implicit operator Tensor(long[,] values) => Constant.From(values);

    /// <summary>An int64 array of three axes.</summary>
    public static implicit operator Tensor(long[,,] values) => Constant.From(values);

    /// <summary>An int64 array of four axes.</summary>
    public static implicit operator Tensor(long[,,,] values) => Constant.From(values);

    /// <summary>A float32 matrix.</summary>
    public static implicit operator Tensor(float[,] values) => Constant.From(values);

    /// <summary>A float32 array of three axes.</summary>
    public static implicit operator Tensor(float[,,] values) => Constant.From(values);

    /// <summary>A float32 array of four axes.</summary>
    public static implicit operator Tensor(float[,,,] values) => Constant.From(values);

    /// <summary>A float64 vector.</summary>
    public static implicit operator Tensor(double[] values) => Constant.From(values);

    /// <summary>A float64 matrix.</summary>
    public static implicit operator Tensor(double[,] values) => Constant.From(values);

    /// <summary>A float64 array of three axes.</summary>
    public static implicit operator Tensor(double[,,] values) => Constant.From(values);

    /// <summary>A float64 array of four axes.</summary>
    public static implicit operator Tensor(double[,,,] values) => Constant.From(values);
}
