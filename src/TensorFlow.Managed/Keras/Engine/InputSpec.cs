namespace Tensorflow.Keras.Engine;

/// <summary>What a layer needs of each tensor that it is applied to.</summary>
/// <param name="Rank">How many axes; null for any number.</param>
/// <param name="MinimumRank">How many axes at least.</param>
/// <param name="Channels">The last axis' size; null for any.</param>
/// <param name="Floating">Whether the elements must be floating-point numbers.</param>
internal sealed record InputSpec(int? Rank = null, int MinimumRank = 0, long? Channels = null, bool Floating = true)
{
    /// <exception cref="ArgumentException">The tensor is not what the layer needs;
    /// the message names the layer, what it got and what it needs.</exception>
    internal void Check(Layer layer, Tensor input)
    {
        var shape = input.shape;
        if (shape.ndim < MinimumRank || (Rank is { } rank && shape.ndim != rank)
            || (Channels is { } channels && shape.ndim > 0 && shape[-1] >= 0 && shape[-1] != channels))
            throw new ArgumentException($"{layer.Description} needs an input of shape {Needed}; it got {shape}.");
        if (Floating && !input.dtype.IsFloating())
            throw new ArgumentException($"{layer.Description} needs floating-point numbers; it got {input.dtype.Name()} of shape " +
                $"{shape}. Cast it with tf.cast first.");
    }

    private string Needed
    {
        get
        {
            var last = Channels is { } channels ? channels.ToString() : "any";
            if (Rank is { } rank)
                return $"({string.Join(", ", Enumerable.Repeat("any", rank - 1).Append(last))}), {rank} axes in all";
            return $"(..., {last}), at least {MinimumRank} axes";
        }
    }
}
