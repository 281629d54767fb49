using Tensorflow.Operations;

namespace Tensorflow.Keras.Regularizers;

/// <summary>l1 times the sum of |x|, plus l2 times the sum of x².</summary>
public class L1L2 : IRegularizer
{
    private readonly float _l1;
    private readonly float _l2;

    /// <summary>A cost.</summary>
    /// <exception cref="ArgumentException">A number is negative or not finite.</exception>
    public L1L2(float l1 = 0f, float l2 = 0f)
    {
        foreach (var (name, value) in new[] { (nameof(l1), l1), (nameof(l2), l2) })
            if (!float.IsFinite(value) || value < 0)
                throw new ArgumentException($"{ClassName}: {name} must be a finite number from 0 on; it is {value}.");
        (_l1, _l2) = (l1, l2);
    }

    /// <inheritdoc/>
    public virtual string ClassName => "L1L2";

    /// <inheritdoc/>
    public virtual IDictionary<string, object> Config => new Dictionary<string, object> { ["l1"] = _l1, ["l2"] = _l2 };

    /// <inheritdoc/>
    public Tensor Apply(RegularizerArgs args)
    {
        var ofSizes = _l1 == 0 ? null : _l1 * ReduceSum.Apply(Abs.Apply(args.X));
        var ofSquares = _l2 == 0 ? null : _l2 * ReduceSum.Apply(Square.Apply(args.X));
        return (ofSizes, ofSquares) switch
        {
            (null, null) => Constant.Scalar(0, args.X.dtype),
            (null, _) => ofSquares,
            (_, null) => ofSizes,
            _ => ofSizes + ofSquares,
        };
    }
}
