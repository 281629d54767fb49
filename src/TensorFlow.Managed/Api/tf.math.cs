using Tensorflow.Operations;

namespace Tensorflow;

/// <content>
/// Functions of each element. Every <c>name</c> is taken for the sake of programs that give one; there is no graph that would use it.
/// </content>
public sealed partial class tensorflow
{
    /// <summary>|x| of each element.</summary>
    public Tensor abs(Tensor x, string? name = null) => Abs.Apply(x);

    /// <summary>The sum of each pair of elements, broadcast; a number beside a tensor takes its type.</summary>
    public Tensor add<Tx, Ty>(Tx a, Ty b, string? name = null) => Binary(Add.Apply, a, b);

    /// <summary>The sum of several tensors of one shape.</summary>
    /// <exception cref="ArgumentException">There are no tensors.</exception>
    public Tensor add_n(Tensor[] inputs, string? name = null) => inputs.Length == 0
        ? throw new ArgumentException("add_n: there are no tensors to add.")
        : inputs.Aggregate(Add.Apply);

    /// <summary>The number of the largest element along an axis, the first where several tie.</summary>
    /// <param name="input">Any tensor of numbers.</param>
    /// <param name="axis">The axis, -1 for the last.</param>
    /// <param name="name">Not used.</param>
    /// <param name="dimension">The axis under its old name; wins where it is given.</param>
    /// <param name="output_type">int64 or int32.</param>
    public Tensor argmax(
        Tensor input, int axis = -1, string? name = null, int? dimension = null, TF_DataType output_type = TF_DataType.TF_INT64) =>
        Cast.Apply(ArgMax.Apply(input, dimension ?? axis), output_type);

    /// <summary>The elements converted to a type: fractions cut off, truth values as 0 and 1.</summary>
    public Tensor cast(Tensor x, TF_DataType dtype = TF_DataType.DtInvalid, string? name = null) =>
        dtype == TF_DataType.DtInvalid ? x : Cast.Apply(x, dtype);

    /// <summary>Each element, or the nearest bound where it lies outside the two.</summary>
    public Tensor clip_by_value<T1, T2>(Tensor t, T1 clip_value_min, T2 clip_value_max, string name = "ClipByValue") =>
        minimum(maximum(t, clip_value_min), clip_value_max);

    /// <summary>Tensors made shorter together, so that their joint length is at most a limit.</summary>
    /// <param name="t_list">Floating tensors of one type.</param>
    /// <param name="clip_norm">The largest length, above 0.</param>
    /// <param name="use_norm">Their length where it is known already; null to compute it.</param>
    /// <param name="name">Not used.</param>
    /// <returns>The tensors, and the length that they had.</returns>
    /// <exception cref="ArgumentException">There are no tensors, or the limit is not positive.</exception>
    public (Tensors, Tensor) clip_by_global_norm(Tensors t_list, float clip_norm, Tensor? use_norm = null, string? name = null) =>
        ClipByGlobalNorm.Apply(t_list, clip_norm, use_norm);

    /// <summary>cos x of each element, in radians.</summary>
    public Tensor cos(Tensor x, string? name = null) => Cos.Apply(x);

    /// <summary>The quotient of each pair of elements, broadcast; a number beside a tensor takes its type.</summary>
    public Tensor divide<Tx, Ty>(Tx x, Ty y, string? name = null) => Binary(Divide.Apply, x, y);

    /// <summary>Whether the elements of each pair are equal, broadcast; a number beside a tensor takes its type.</summary>
    public Tensor equal<Tx, Ty>(Tx x, Ty y, string? name = null) => Binary(Compare.Equal, x, y);

    /// <summary>e to the power of each element.</summary>
    public Tensor exp(Tensor x, string? name = null) => Exp.Apply(x);

    /// <summary>The largest whole number not above each element.</summary>
    public Tensor floor(Tensor x, string? name = null) => Floor.Apply(x);

    /// <summary>The remainder with the divisor's sign, broadcast; a number beside a tensor takes its type.</summary>
    public Tensor floormod<Tx, Ty>(Tx x, Ty y, string? name = null) => Binary(FloorMod.Apply, x, y);

    /// <summary>Whether x is greater than y, broadcast; a number beside a tensor takes its type.</summary>
    public Tensor greater<Tx, Ty>(Tx x, Ty y, string? name = null) => Binary(Compare.Greater, x, y);

    /// <summary>Whether x is greater than y or equal to it, broadcast; a number beside a tensor takes its type.</summary>
    public Tensor greater_equal<Tx, Ty>(Tx x, Ty y, string? name = null) => Binary(Compare.GreaterEqual, x, y);

    /// <summary>Whether x is less than y, broadcast; a number beside a tensor takes its type.</summary>
    public Tensor less<Tx, Ty>(Tx x, Ty y, string? name = null) => Binary(Compare.Less, x, y);

    /// <summary>Whether x is less than y or equal to it, broadcast; a number beside a tensor takes its type.</summary>
    public Tensor less_equal<Tx, Ty>(Tx x, Ty y, string? name = null) => Binary(Compare.LessEqual, x, y);

    /// <summary>The natural logarithm of each element.</summary>
    public Tensor log(Tensor x, string? name = null) => Log.Apply(x);

    /// <summary>ln(1 + x) of each element, accurate where x is small.</summary>
    public Tensor log1p(Tensor x, string? name = null) => Log1p.Apply(x);

    /// <summary>Whether both truth values hold, broadcast.</summary>
    public Tensor logical_and(Tensor x, Tensor y, string? name = null) => LogicalAnd.Apply(x, y);

    /// <summary>The opposite of each truth value.</summary>
    public Tensor logical_not(Tensor x, string? name = null) => LogicalNot.Apply(x);

    /// <summary>Whether one of two truth values holds, broadcast.</summary>
    public Tensor logical_or(Tensor x, Tensor y, string? name = null) => LogicalOr.Apply(x, y);

    /// <summary>The larger of each pair of elements, broadcast; a number beside a tensor takes its type.</summary>
    public Tensor maximum<Tx, Ty>(Tx x, Ty y, string? name = null) => Binary(Maximum.Apply, x, y);

    /// <summary>The smaller of each pair of elements, broadcast; a number beside a tensor takes its type.</summary>
    public Tensor minimum<Tx, Ty>(Tx x, Ty y, string? name = null) => Binary(Minimum.Apply, x, y);

    /// <summary>The product of each pair of elements, broadcast; a number beside a tensor takes its type.</summary>
    public Tensor multiply<Tx, Ty>(Tx x, Ty y, string? name = null) => Binary(Multiply.Apply, x, y);

    /// <summary>-x of each element.</summary>
    public Tensor negative(Tensor x, string? name = null) => Negate.Apply(x);

    /// <summary>Whether the elements of each pair differ, broadcast; a number beside a tensor takes its type.</summary>
    public Tensor not_equal<Tx, Ty>(Tx x, Ty y, string? name = null) => Binary(Compare.NotEqual, x, y);

    /// <summary>x to the power of y, broadcast; a number beside a tensor takes its type.</summary>
    public Tensor pow<Tx, Ty>(Tx x, Ty y, string? name = null) => Binary(Pow.Apply, x, y);

    /// <summary>1 / x of each element.</summary>
    public Tensor reciprocal(Tensor x, string? name = null) => Reciprocal.Apply(x);

    /// <summary>The whole number nearest to each element, halves to the even one.</summary>
    public Tensor round(Tensor x, string? name = null) => Round.Apply(x);

    /// <summary>1 / √x of each element.</summary>
    public Tensor rsqrt(Tensor x, string? name = null) => Rsqrt.Apply(x);

    /// <summary>1 / (1 + e^-x) of each element.</summary>
    public Tensor sigmoid(Tensor x, string? name = null) => Sigmoid.Apply(x);

    /// <summary>-1, 0 or 1 as each element is below, at or above 0.</summary>
    public Tensor sign(Tensor x, string? name = null) => Sign.Apply(x);

    /// <summary>sin x of each element, in radians.</summary>
    public Tensor sin(Tensor x, string? name = null) => Sin.Apply(x);

    /// <summary>√x of each element.</summary>
    public Tensor sqrt(Tensor x, string? name = null) => Sqrt.Apply(x);

    /// <summary>x² of each element.</summary>
    public Tensor square(Tensor x, string? name = null) => Square.Apply(x);

    /// <summary>(x - y)², broadcast; a number beside a tensor takes its type.</summary>
    public Tensor squared_difference<Tx, Ty>(Tx x, Ty y, string? name = null) => Binary(SquaredDifference.Apply, x, y);

    /// <summary>The difference of each pair of elements, broadcast; a number beside a tensor takes its type.</summary>
    public Tensor sub<Tx, Ty>(Tx a, Ty b, string? name = null) => Binary(Subtract.Apply, a, b);

    /// <summary>The difference of each pair of elements, broadcast; a number beside a tensor takes its type.</summary>
    public Tensor subtract<Tx, Ty>(Tx x, Ty y, string? name = null) => Binary(Subtract.Apply, x, y);

    /// <summary>tan x of each element, in radians.</summary>
    public Tensor tan(Tensor x, string? name = null) => Tan.Apply(x);

    /// <summary>tanh x of each element.</summary>
    public Tensor tanh(Tensor x, string? name = null) => Tanh.Apply(x);

    private static Tensor Binary<Tx, Ty>(Func<Tensor, Tensor, Tensor> function, Tx x, Ty y)
    {
        var (a, b) = Constant.Pair(x, y);
        return function(a, b);
    }
}
