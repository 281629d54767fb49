using Tensorflow.Gradients;

namespace Tensorflow.Serialization.Onnx;

/// <summary>
/// Finds weights of which a model computes more constants than they have elements, as a modulated convolution its kernel and the sums of
/// the kernel's squares. A file that has the weight and the operations is then smaller than one that has the constants. All other
/// constants are stored as they come out, so that a reader finds kernels where they are used.
/// </summary>
internal static class SharedWeights
{
    /// <summary>Operations on a weight that every reader of ONNX can do when it loads the file.</summary>
    private static readonly HashSet<string> s_operations = ["ReadVariableOp", "ReduceSum", "Reshape", "Slice", "Square", "Transpose"];

    /// <summary>The variables among those that a tape watched.</summary>
    /// <param name="records">What the tape saw of a model: it watched the inputs and all weights.</param>
    /// <param name="inputs">The model's inputs.</param>
    internal static HashSet<Tensor> Of(IReadOnlyList<TapeRecord> records, IEnumerable<Tensor> inputs)
    {
        var ofInputs = new HashSet<Tensor>(inputs, ReferenceEqualityComparer.Instance);
        var weightOf = new Dictionary<Tensor, Tensor>(ReferenceEqualityComparer.Instance);
        var excess = new Dictionary<Tensor, long>(ReferenceEqualityComparer.Instance);
        var mixed = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
        var stored = new HashSet<Storage>(ReferenceEqualityComparer.Instance);
        foreach (var record in records)
        {
            if (record.Operation == "ReadVariableOp")
            {
                weightOf[record.Output] = record.Inputs[0];
                excess.TryAdd(record.Inputs[0], -record.Output.size);
                continue;
            }

            var isOfInputs = Array.Exists(record.Inputs, ofInputs.Contains);
            if (isOfInputs)
                ofInputs.Add(record.Output);
            foreach (var input in record.Inputs)
                if (!weightOf.TryGetValue(input, out var weight))
                    continue;
                else if (isOfInputs)
                    excess[weight] += stored.Add(input.Storage) ? input.size : 0;
                else if (record.Inputs.Length == 1 && s_operations.Contains(record.Operation))
                    weightOf[record.Output] = weight;
                else
                    mixed.Add(weight);
        }

        return [.. excess.Where(weight => weight.Value > 0 && !mixed.Contains(weight.Key)).Select(weight => weight.Key)];
    }

    /// <summary>Those of a tape's operations whose results depend on some tensors.</summary>
    internal static IReadOnlyList<TapeRecord> Following(IReadOnlyList<TapeRecord> records, IEnumerable<Tensor> tensors)
    {
        var followed = new HashSet<Tensor>(tensors, ReferenceEqualityComparer.Instance);
        return [.. records.Where(record => Array.Exists(record.Inputs, followed.Contains) && followed.Add(record.Output))];
    }
}
