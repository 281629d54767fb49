using System.Runtime.InteropServices;
using System.Text;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Tensorflow.Devices;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>The same convolution in ONNX Runtime, with weights that it may lay out as it likes, and memory that is there.</summary>
internal sealed class OnnxConvolution : IDisposable
{
    private static readonly string[] s_inputs = ["x"], s_outputs = ["y"];

    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly OrtValue[] _x, _y;

    internal OnnxConvolution(ConvolutionShape s, int threads)
    {
        using var options = new SessionOptions { IntraOpNumThreads = threads, InterOpNumThreads = 1 };
        _session = new InferenceSession(Model(s), options);
        _x = [Numbers(s.N, s.InputChannels, s.H, s.W)];
        _y = [Numbers(s.N, s.OutputChannels, s.OutputH, s.OutputW)];
    }

    internal void Run() => _session.Run(_options, s_inputs, _x, s_outputs, _y);

    public void Dispose()
    {
        foreach (var value in _x.Concat(_y))
            value.Dispose();
        _options.Dispose();
        _session.Dispose();
    }

    private static OrtValue Numbers(params long[] shape)
    {
        var value = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, TensorElementType.Float, shape);
        Fill(value.GetTensorMutableDataAsSpan<float>());
        return value;
    }

    private static void Fill(Span<float> numbers)
    {
        var random = new Random(1);
        foreach (ref var number in numbers)
            number = random.NextSingle() * 2 - 1;
    }

    /// <summary>A model of one node, in the protocol buffers of onnx.proto.</summary>
    private static byte[] Model(ConvolutionShape s)
    {
        var weights = new float[s.Kernel.size];
        Fill(weights);
        var kernel = new Message();
        foreach (var length in new[] { s.OutputChannels, s.InputChannels, s.KernelH, s.KernelW })
            kernel.Add(1, length);
        kernel.Add(2, 1).Add(8, "w").Add(9, MemoryMarshal.AsBytes(weights.AsSpan()));
        // Padding as TensorFlow's "same" has it: the odd zero after the picture.
        int bottom = (s.OutputH - 1) * s.StrideH + s.KernelH - s.H - s.PaddingTop,
            right = (s.OutputW - 1) * s.StrideW + s.KernelW - s.W - s.PaddingLeft;
        var node = new Message().Add(1, "x").Add(1, "w").Add(2, "y").Add(4, "Conv")
            .Add(5, Numbers("strides", s.StrideH, s.StrideW))
            .Add(5, Numbers("pads", s.PaddingTop, s.PaddingLeft, Math.Max(0, bottom), Math.Max(0, right)));
        var graph = new Message().Add(1, node).Add(2, "convolution").Add(5, kernel)
            .Add(11, Tensor("x", s.N, s.InputChannels, s.H, s.W)).Add(12, Tensor("y", s.N, s.OutputChannels, s.OutputH, s.OutputW));
        return new Message().Add(1, 7).Add(7, graph).Add(8, new Message().Add(2, 13)).ToArray();
    }

    private static Message Numbers(string name, params int[] numbers)
    {
        const int ints = 7;
        var attribute = new Message().Add(1, name).Add(20, ints);
        foreach (var number in numbers)
            attribute.Add(8, number);
        return attribute;
    }

    private static Message Tensor(string name, params int[] shape)
    {
        var sizes = new Message();
        foreach (var length in shape)
            sizes.Add(1, new Message().Add(1, length));
        return new Message().Add(1, name).Add(2, new Message().Add(1, new Message().Add(1, 1).Add(2, sizes)));
    }

    /// <summary>A message of a protocol buffer: fields, each with its number.</summary>
    private sealed class Message
    {
        private readonly List<byte> _bytes = [];

        internal byte[] ToArray() => [.. _bytes];

        internal Message Add(int field, long number)
        {
            Varint((ulong)field << 3);
            Varint((ulong)number);
            return this;
        }

        internal Message Add(int field, ReadOnlySpan<byte> bytes)
        {
            Varint(((ulong)field << 3) | 2);
            Varint((ulong)bytes.Length);
            _bytes.AddRange(bytes);
            return this;
        }

        internal Message Add(int field, string text) => Add(field, Encoding.UTF8.GetBytes(text));

        internal Message Add(int field, Message message) => Add(field, message.ToArray());

        private void Varint(ulong number)
        {
            for (; number >= 0x80; number >>= 7)
                _bytes.Add((byte)(number | 0x80));
            _bytes.Add((byte)number);
        }
    }
}
