namespace Tensorflow.Keras.Regularizers;

/// <summary>l2 times the sum of x².</summary>
public class L2 : L1L2
{
    private readonly float _l2;

    /// <summary>A cost.</summary>
    /// <exception cref="ArgumentException">The number is negative or not finite.</exception>
    public L2(float l2 = 0.01f)
        : base(l2: l2) => _l2 = l2;

    /// <inheritdoc/>
    public override string ClassName => "L2";

    /// <inheritdoc/>
    public override IDictionary<string, object> Config => new Dictionary<string, object> { ["l2"] = _l2 };
}
