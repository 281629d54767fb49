using Tensorflow.Operations;

namespace Tensorflow;

/// <content>Python's module <c>tf.bitwise</c>.</content>
public sealed partial class tensorflow
{
    /// <summary>Functions of the bits of int32, int64 and uint8; both sides of one type.</summary>
    public BitwiseApi bitwise { get; } = new();

    /// <summary>Functions of the bits of int32, int64 and uint8.</summary>
    public sealed class BitwiseApi
    {
        internal BitwiseApi()
        {
        }

        /// <summary>The bits that are in both.</summary>
        public Tensor bitwise_and(Tensor x, Tensor y, string? name = null) => Bitwise.And(x, y);

        /// <summary>The bits that are in either.</summary>
        public Tensor bitwise_or(Tensor x, Tensor y, string? name = null) => Bitwise.Or(x, y);

        /// <summary>The bits that are in one of them.</summary>
        public Tensor bitwise_xor(Tensor x, Tensor y, string? name = null) => Bitwise.Xor(x, y);

        /// <summary>The bits that are not there.</summary>
        public Tensor invert(Tensor x, string? name = null) => Bitwise.Invert(x);

        /// <summary>x with its bits y places higher; y below 0 is 0, and beyond the last bit that one's place.</summary>
        public Tensor left_shift(Tensor x, Tensor y, string? name = null) => Bitwise.LeftShift(x, y);

        /// <summary>x with its bits y places lower, and its sign kept; y as in <see cref="left_shift"/>.</summary>
        public Tensor right_shift(Tensor x, Tensor y, string? name = null) => Bitwise.RightShift(x, y);
    }
}
