namespace Tensorflow.Keras.Regularizers;

/// <summary>l1 times the sum of |x|.</summary>
public class L1 : L1L2
{
    private readonly float _l1;

    /// <summary>A cost.</summary>
    /// <exception cref="ArgumentException">The number is negative or not finite.</exception>
    public L1(float l1 = 0.01f)
        : base(l1: l1) => _l1 = l1;

    /// <inheritdoc/>
    public override string ClassName => "L1";

    /// <inheritdoc/>
    public override IDictionary<string, object> Config => new Dictionary<string, object> { ["l1"] = _l1 };
}
