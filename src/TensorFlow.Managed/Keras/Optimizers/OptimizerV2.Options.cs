using Tensorflow.Gradients;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Optimizers;

/// <content>What happens before and after each step, if asked for: another step size, shorter gradients, smaller weights.</content>
public abstract partial class OptimizerV2
{
    private float? _clipnorm;
    private float? _clipvalue;
    private float? _globalClipnorm;
    private float _weightDecay;

    /// <inheritdoc/>
    public LearningRateSchedule? learning_rate_schedule { get; set; }

    /// <inheritdoc/>
    public float? clipnorm
    {
        get => _clipnorm;
        set => Clip(ref _clipnorm, value, nameof(clipnorm), _clipvalue ?? _globalClipnorm);
    }

    /// <inheritdoc/>
    public float? clipvalue
    {
        get => _clipvalue;
        set => Clip(ref _clipvalue, value, nameof(clipvalue), _clipnorm ?? _globalClipnorm);
    }

    /// <inheritdoc/>
    public float? global_clipnorm
    {
        get => _globalClipnorm;
        set => Clip(ref _globalClipnorm, value, nameof(global_clipnorm), _clipnorm ?? _clipvalue);
    }

    /// <inheritdoc/>
    public float weight_decay
    {
        get => _weightDecay;
        set => _weightDecay = NotNegative(nameof(weight_decay), value);
    }

    /// <summary>Brings the weights that changed back to what they keep to.</summary>
    private static void Constrain(IReadOnlyList<(Tensor, IVariableV1)> pairs)
    {
        foreach (var (gradient, variable) in pairs)
            if (gradient is not null && ((ResourceVariable)variable) is { Constraint: { } constraint } weight)
            {
                using var scope = TensorScope.Begin();
                using var pause = Tape.Pause();
                weight.assign(constraint(weight.AsTensor()));
            }
    }

    /// <summary>The pairs with their gradients made shorter, as Keras does; those without a gradient stay.</summary>
    private IReadOnlyList<(Tensor, IVariableV1)> Clipped(IReadOnlyList<(Tensor, IVariableV1)> pairs)
    {
        if (_clipnorm is null && _clipvalue is null && _globalClipnorm is null)
            return pairs;
        using var pause = Tape.Pause();
        Tensor[] gradients = [.. pairs.Select(pair => pair.Item1).Where(gradient => gradient is not null)];
        if (_globalClipnorm is { } whole)
            gradients = ClipByGlobalNorm.Apply(gradients, whole).Clipped;
        else if (_clipnorm is { } each)
            gradients = Array.ConvertAll(gradients, gradient => ClipByGlobalNorm.Apply([gradient], each).Clipped[0]);
        else
            gradients = Array.ConvertAll(gradients, gradient => Binding.tf.clip_by_value(gradient, -_clipvalue!.Value, _clipvalue.Value));
        var next = 0;
        return [.. pairs.Select(pair => (pair.Item1 is null ? null! : gradients[next++], pair.Item2))];
    }

    /// <summary>Takes a part of each weight away that a gradient is about to change, apart from the gradient (Loshchilov and Hutter,
    /// arXiv 1711.05101).</summary>
    private void Decay(IReadOnlyList<(Tensor Gradient, IVariableV1 Variable)> pairs)
    {
        if (_weightDecay == 0)
            return;
        using var scope = TensorScope.Begin();
        using var pause = Tape.Pause();
        foreach (var (gradient, variable) in pairs)
            if (gradient is not null)
                variable.assign(variable.AsTensor() * (1 - (double)_weightDecay * learning_rate));
    }

    private void Clip(ref float? field, float? value, string name, float? other)
    {
        if (value is { } limit && !(limit > 0 && float.IsFinite(limit)))
            throw Invalid(name, limit, "a finite number above 0");
        if (value is not null && other is not null)
            throw new ArgumentException($"{Name}: only one of clipnorm, clipvalue and global_clipnorm can be set.");
        field = value;
    }
}
