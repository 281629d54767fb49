using Tensorflow.Gradients;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;

namespace Tensorflow.Serialization.Onnx;

/// <summary>
/// The operations that lead from a model's inputs to its outputs, seen twice, with two sizes of the batch: sizes that differ are the
/// batch's. What does not depend on an input is a constant of the model, computed already, except of <see cref="SharedWeights"/>.
/// </summary>
internal sealed class BatchTrace
{
    /// <summary>How many examples there are in the batch whose tensors stand for all.</summary>
    internal const long Batch = 2;

    private const long OtherBatch = 3;

    private readonly Dictionary<Tensor, Tensor> _others = new(ReferenceEqualityComparer.Instance);

    private BatchTrace((Tensor[] Inputs, Tensor[] Outputs, IReadOnlyList<TapeRecord> Operations) one,
        (Tensor[] Inputs, Tensor[] Outputs, IReadOnlyList<TapeRecord> Operations) other)
    {
        (Inputs, Outputs, Operations) = one;
        if (!one.Operations.Select(step => (step.Operation, step.Inputs.Length))
            .SequenceEqual(other.Operations.Select(step => (step.Operation, step.Inputs.Length))))
            throw new ArgumentException("what it computes depends on the number of examples in the batch");
        Pair(one.Inputs, other.Inputs);
        Pair(one.Outputs, other.Outputs);
        for (var i = 0; i < one.Operations.Count; i++)
        {
            Pair(one.Operations[i].Inputs, other.Operations[i].Inputs);
            Pair([one.Operations[i].Output], [other.Operations[i].Output]);
        }
    }

    internal Tensor[] Inputs { get; }

    internal Tensor[] Outputs { get; }

    /// <summary>Those on the inputs, and on weights of which more constants than they have elements are computed.</summary>
    internal IReadOnlyList<TapeRecord> Operations { get; }

    /// <summary>Applies a model, as in inference, to two batches of random numbers, which are not those of the global stream.</summary>
    /// <param name="model">The model; its weights exist.</param>
    /// <param name="inputs">The shapes of its inputs; the first axis is the batch's, whatever its size.</param>
    /// <exception cref="ArgumentException">What it computes depends on the number of examples; the message is the end of a
    /// sentence.</exception>
    internal static BatchTrace Of(Model model, IEnumerable<Shape> inputs) => new(Run(model, inputs, Batch), Run(model, inputs, OtherBatch));

    /// <summary>Whether an axis has the size of the batch, or a multiple.</summary>
    /// <exception cref="ArgumentException">It grows with the batch in another way.</exception>
    internal bool IsOfBatch(Tensor x, int axis)
    {
        var (size, other) = (x.shape[axis], Other(x).shape[axis]);
        return size != other && (size * OtherBatch == other * Batch ? true
            : throw new ArgumentException("what it computes depends on the number of examples in the batch"));
    }

    /// <summary>What stands in the place of a tensor in the other batch.</summary>
    internal Tensor Other(Tensor x) => _others.GetValueOrDefault(x, x);

    private static (Tensor[] Inputs, Tensor[] Outputs, IReadOnlyList<TapeRecord> Operations) Run(
        Model model, IEnumerable<Shape> shapes, long batch)
    {
        var random = tf.random.Generator.from_seed(batch);
        using var own = tf.random.use_generator(random);
        Tensor[] inputs = [.. shapes.Select(shape => random.normal(shape.With(0, batch)))];
        using var tape = new GradientTape(persistent: false, watchAccessedVariables: false);
        foreach (var input in inputs)
            tape.watch(input);
        foreach (var weight in model.Weights.OfType<ResourceVariable>())
            tape.watch(weight);
        var outputs = model.Apply(inputs.Length == 1 ? inputs[0] : new Tensors(inputs), training: false);
        return (inputs, [.. outputs], SharedWeights.Following(tape.Records, [.. inputs, .. SharedWeights.Of(tape.Records, inputs)]));
    }

    private void Pair(Tensor[] ones, Tensor[] others)
    {
        foreach (var (one, other) in ones.Zip(others))
        {
            if (one.ndim != other.ndim)
                throw new ArgumentException("what it computes depends on the number of examples in the batch");
            _others[one] = other;
        }
    }
}
