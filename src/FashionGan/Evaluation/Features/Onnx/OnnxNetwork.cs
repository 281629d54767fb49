using Google.Protobuf;
using Tensorflow;
using Tensorflow.NumPy;
using Tensorflow.Serialization.Onnx;
using static Tensorflow.Binding;

namespace FashionGanTf.Evaluation.Features.Onnx;

/// <summary>
/// A network of an ONNX file, run by this program's own runtime: convolutions, normalisation by constants, ReLU, sums and pooling, in one
/// chain with shortcuts. What such a file says of an operation is told by https://onnx.ai/onnx/operators. Maps are (N, channels, H, W) in
/// a file and (N, H, W, channels) here.
/// </summary>
internal sealed class OnnxNetwork
{
    private const int Float32 = 1;

    private readonly string _input;
    private readonly string _output;
    private readonly List<(string Output, Func<Dictionary<string, Tensor>, Tensor> Make)> _steps = [];

    /// <summary>What nobody needs after each step.</summary>
    private readonly List<List<string>> _spent;

    private OnnxNetwork(GraphProto graph)
    {
        var constants = graph.Initializer.ToDictionary(constant => constant.Name, StringComparer.Ordinal);
        _input = graph.Input.Select(input => input.Name).Single(name => !constants.ContainsKey(name));
        _output = graph.Output.Single().Name;
        var uses = graph.Node.SelectMany(node => node.Input).CountBy(name => name).ToDictionary(StringComparer.Ordinal);
        var (folded, lastUse) = (new HashSet<NodeProto>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var node in graph.Node.Where(node => !folded.Contains(node)))
        {
            // Normalisation by constants is a part of the convolution before it, where nobody else takes what that makes.
            var next = node.OpType == "Conv" && uses[node.Output[0]] == 1
                ? graph.Node.SingleOrDefault(other => other.OpType == "BatchNormalization" && other.Input[0] == node.Output[0]) : null;
            if (next is not null)
                folded.Add(next);
            _steps.Add(((next ?? node).Output[0], Step(node, next, graph, constants)));
            foreach (var name in node.Input)
                lastUse[name] = _steps.Count - 1;
        }

        _spent = [.. _steps.Select((_, step) => _steps.Select(made => made.Output)
            .Where(name => name != _output && lastUse.GetValueOrDefault(name, -1) == step).ToList())];
    }

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="name">What to call it in a message.</param>
    /// <exception cref="InvalidDataException">It is damaged, or holds what is not known here.</exception>
    internal static OnnxNetwork Read(byte[] bytes, string name)
    {
        try
        {
            return new OnnxNetwork(Graph(bytes));
        }
        catch (Exception error) when (error is InvalidProtocolBufferException or InvalidOperationException or KeyNotFoundException
            or ArgumentException)
        {
            throw new InvalidDataException($"{name} is no ONNX file of a network that can be run here: {OneLine(error.Message)}", error);
        }
    }

    /// <summary>The elements of a file's constant.</summary>
    /// <exception cref="InvalidDataException">It has none of that name, or is damaged.</exception>
    internal static float[] Constant(byte[] bytes, string constant, string name)
    {
        try
        {
            return Elements(Graph(bytes).Initializer.Single(one => one.Name == constant));
        }
        catch (Exception error) when (error is InvalidProtocolBufferException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"{name} is no ONNX file with a constant {constant}: {OneLine(error.Message)}", error);
        }
    }

    /// <summary>What the network makes of a batch.</summary>
    /// <param name="input">float32 (N, H, W, channels).</param>
    internal Tensor Run(Tensor input)
    {
        var made = new Dictionary<string, Tensor>(StringComparer.Ordinal) { [_input] = input };
        for (var step = 0; step < _steps.Count; step++)
        {
            made[_steps[step].Output] = _steps[step].Make(made);
            foreach (var name in _spent[step])
                made[name].Dispose();
        }

        return made[_output];
    }

    private static GraphProto Graph(byte[] bytes) =>
        ModelProto.Parser.ParseFrom(bytes).Graph ?? throw new ArgumentException("it has no graph.");

    private static string OneLine(string text) => Tensorflow.Serialization.OneLine.Of(text);

    private static Func<Dictionary<string, Tensor>, Tensor> Step(
        NodeProto node, NodeProto? normalization, GraphProto graph, Dictionary<string, TensorProto> constants)
    {
        var input = node.Input[0];
        switch (node.OpType)
        {
            case "Conv":
                return Convolution(node, normalization, constants);
            case "Relu":
                return made => tf.nn.relu(made[input]);
            case "Add":
                var other = node.Input[1];
                return made => made[input] + made[other];
            case "MaxPool":
                // Then the border is as good as ONNX's, which is lower than any number.
                if (graph.Node.Single(before => before.Output.Contains(input)).OpType != "Relu")
                    throw new ArgumentException("it has a MaxPool that does not follow a Relu.");
                return Pooled(node, (x, window, strides) => tf.nn.max_pool2d(x, window, strides, "VALID"));
            case "AveragePool":
                if (Pads(node).Any(pad => pad != 0))
                    throw new ArgumentException("it has an AveragePool with padding.");
                return Pooled(node, (x, window, strides) => tf.nn.avg_pool2d(x, window, strides, "VALID"));
            default:
                throw new ArgumentException($"it has the operation {node.OpType}, which is not known.");
        }
    }

    /// <summary>A convolution, and the normalisation of what it makes: (y - mean) / sqrt(variance + epsilon) * scale + shift.</summary>
    private static Func<Dictionary<string, Tensor>, Tensor> Convolution(
        NodeProto node, NodeProto? normalization, Dictionary<string, TensorProto> constants)
    {
        if (Ints(node, "dilations", [1, 1]).Any(step => step != 1) || Attribute(node, "group") is { I: not 1 })
            throw new ArgumentException("it has a Conv in groups or with dilations.");
        var kernel = constants[node.Input[1]];
        var (weights, bias) = (Elements(kernel), new float[kernel.Dims[0]]);
        if (node.Input.Count > 2)
            Elements(constants[node.Input[2]]).CopyTo(bias, 0);
        var each = weights.Length / bias.Length;
        if (normalization is not null)
        {
            var values = normalization.Input.Skip(1).Select(name => Elements(constants[name])).ToList();
            var epsilon = Attribute(normalization, "epsilon")?.F ?? 1e-5f;
            for (var channel = 0; channel < bias.Length; channel++)
            {
                var scale = values[0][channel] / Math.Sqrt((double)values[3][channel] + epsilon);
                for (var i = channel * each; i < (channel + 1) * each; i++)
                    weights[i] = (float)(weights[i] * scale);
                bias[channel] = (float)(values[1][channel] + (bias[channel] - values[2][channel]) * scale);
            }
        }

        var sizes = kernel.Dims.Select(size => (int)size).ToArray();
        // (out, in, height, width) to (height, width, in, out).
        using var shaped = np.array(weights).reshape((sizes[0], sizes[1], sizes[2], sizes[3]));
        Tensor filter = tf.transpose(shaped, new Axis(2, 3, 1, 0)).numpy(), shift = np.array(bias);
        var (input, pads, strides) = (node.Input[0], Pads(node), Ints(node, "strides", [1, 1]));
        var step = new Shape(strides[0], strides[1]);
        // A border of half the kernel on every side is what the runtime itself lays where it takes steps of one.
        if (strides.All(one => one == 1) && pads.SequenceEqual([sizes[2] / 2, sizes[3] / 2, sizes[2] / 2, sizes[3] / 2]))
            return made => Shifted(tf.nn.conv2d(made[input], filter, step, "SAME"));
        return made => Padded(made[input], pads, x => Shifted(tf.nn.conv2d(x, filter, step, "VALID")));

        Tensor Shifted(Tensor convolved)
        {
            using (convolved)
                return convolved + shift;
        }
    }

    private static Func<Dictionary<string, Tensor>, Tensor> Pooled(NodeProto node, Func<Tensor, Shape, Shape, Tensor> pool)
    {
        var (input, pads, window, strides) = (node.Input[0], Pads(node), Ints(node, "kernel_shape", []), Ints(node, "strides", [1, 1]));
        var (size, step) = (new Shape(window[0], window[1]), new Shape(strides[0], strides[1]));
        return made => Padded(made[input], pads, x => pool(x, size, step));
    }

    /// <summary>What is made of maps with a border of zeros.</summary>
    private static Tensor Padded(Tensor x, int[] pads, Func<Tensor, Tensor> make)
    {
        if (pads.All(pad => pad == 0))
            return make(x);
        using var padded = tf.pad(x, np.array(new[] { 0, 0, pads[0], pads[2], pads[1], pads[3], 0, 0 }).reshape((4, 2)));
        return make(padded);
    }

    /// <summary>Rows above, columns at the left, rows below, columns at the right.</summary>
    private static int[] Pads(NodeProto node) => Attribute(node, "auto_pad") is { S: var pad } && pad.ToStringUtf8() is not ("NOTSET" or "")
        ? throw new ArgumentException($"it has a {node.OpType} with auto_pad.") : Ints(node, "pads", [0, 0, 0, 0]);

    private static int[] Ints(NodeProto node, string name, int[] standard)
    {
        var values = Attribute(node, name)?.Ints.Select(value => checked((int)value)).ToArray() ?? standard;
        return values.Length == standard.Length || standard.Length == 0 ? values
            : throw new ArgumentException($"{name} of a {node.OpType} has {values.Length} numbers.");
    }

    private static AttributeProto? Attribute(NodeProto node, string name) => node.Attribute.SingleOrDefault(one => one.Name == name);

    private static float[] Elements(TensorProto constant)
    {
        if (constant.DataType != Float32)
            throw new ArgumentException($"the constant {constant.Name} is not of float32.");
        float[] values = constant.RawData.IsEmpty ? [.. constant.FloatData]
            : System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(constant.RawData.Span).ToArray();
        return values.Length == constant.Dims.Aggregate(1L, (all, size) => all * size) ? values
            : throw new ArgumentException($"the constant {constant.Name} has another number of elements than its sizes say.");
    }
}
