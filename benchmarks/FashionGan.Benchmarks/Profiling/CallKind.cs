using System.Diagnostics;
using System.Globalization;
using Tensorflow;
using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace FashionGanTf.Benchmarks.Profiling;

/// <summary>What tells device calls apart.</summary>
/// <param name="Operation">Who asks.</param>
/// <param name="Pass"><see cref="Forward"/>, <see cref="Gradient"/> or <see cref="Data"/>.</param>
/// <param name="Call">The device call.</param>
/// <param name="Sizes">Its sizes.</param>
/// <param name="Flop">The useful arithmetic of one; null where it is no product.</param>
internal sealed record CallKind(string Operation, string Pass, string Call, string Sizes, double? Flop)
{
    internal const string Forward = "forward";
    internal const string Gradient = "gradient";

    /// <summary>What another thread does meanwhile.</summary>
    internal const string Data = "data";

    /// <summary>The kind of the call that this thread is about to make.</summary>
    /// <param name="call">The device's method.</param>
    /// <param name="arguments">What it is called with; null for spans.</param>
    /// <param name="ofStep">Whether this is the thread that trains.</param>
    internal static CallKind Of(string call, object?[] arguments, bool ofStep)
    {
        // Where it copies from and to does not matter.
        var sizes = call == nameof(Device.Copy) ? arguments[^1..] : arguments;
        var products = arguments.Sum(Products);
        return new CallKind(
            Tape.Differentiating ?? Asker(), !ofStep ? Data : Tape.Differentiating is null ? Forward : Gradient, call,
            string.Join(' ', sizes.Select(Size).Where(size => size.Length > 0)), products > 0 ? 2 * products : null);
    }

    /// <summary>
    /// The outermost operation among the calls that are open, or else the innermost class of the runtime that is no part of tensors: asking
    /// the stack costs the program nothing while nobody asks.
    /// </summary>
    private static string Asker()
    {
        string? operation = null, other = null;
        foreach (var frame in new StackTrace().GetFrames())
        {
            var type = frame.GetMethod()?.DeclaringType;
            while (type?.DeclaringType is { } outer)
                type = outer;
            if (type?.Namespace is "Tensorflow.Operations")
                operation = type.Name;
            else if (type?.Namespace is { } place && place.StartsWith("Tensorflow.", StringComparison.Ordinal)
                && place != "Tensorflow.Devices")
                other ??= type.Name;
        }

        return operation ?? other ?? "";
    }

    /// <summary>An argument that is a size, as text; of the others nothing.</summary>
    private static string Size(object? argument) => argument switch
    {
        ConvolutionShape s => $"{s.N} x {s.H} x {s.W} x {s.InputChannels}, {s.KernelH} x " +
            $"{s.KernelW}{(s.StrideH > 1 ? $" / {s.StrideH}" : "")}, {s.OutputH} x {s.OutputW} x {s.OutputChannels}",
        MatMulShape s => $"{(s.Batch > 1 ? $"{s.Batch} of " : "")}{s.M} x {s.K} x {s.N}",
        Broadcast plan => string.Join(" x ", plan.Sizes),
        StridedCopy plan => string.Join(" x ", plan.Sizes),
        Enum and not TF_DataType => argument.ToString()!,
        int or long => Convert.ToString(argument, CultureInfo.InvariantCulture)!,
        _ => "",
    };

    /// <summary>Multiplications whose both factors are data.</summary>
    private static double Products(object? argument) => argument switch
    {
        ConvolutionShape shape => shape.RealProducts,
        MatMulShape s => (double)s.Batch * s.M * s.N * s.K,
        _ => 0,
    };
}
