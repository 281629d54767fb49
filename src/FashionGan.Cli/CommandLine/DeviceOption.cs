using System.CommandLine;
using System.Globalization;
using static Tensorflow.Binding;

namespace FashionGanTf.Cli.CommandLine;

/// <summary><c>--device</c>: what a command computes on.</summary>
internal static class DeviceOption
{
    /// <summary>What kind of word it takes.</summary>
    internal const string Word = "DEVICE";

    private const string Name = "--device", Auto = "auto", Cpu = "cpu", Gpu = "gpu";

    /// <summary>The option.</summary>
    internal static Option<string?> Of(string help)
    {
        var option = new Option<string?>(Name)
        {
            Description = help,
            HelpName = Word,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (!IsDevice(text))
                    result.AddError($"{Name} needs cpu, gpu, gpu:1 or auto, not '{text}'{Suggestion.For(text, [Cpu, Gpu, Auto])}");
                return text;
            },
        };
        option.CompletionSources.Add(Cpu, Gpu, Auto);
        return option;
    }

    /// <summary>The option of a command that draws.</summary>
    internal static Option<string?> ToDraw() => Of(
        "What to compute on: cpu, gpu (an NVIDIA card; gpu:1 for the second), or auto for a card where there is one and it pays " +
        "[default: cpu].");

    /// <summary>From now on the program computes there.</summary>
    /// <param name="device">What was given; null for the processor.</param>
    /// <param name="pays">Whether the work is long enough to make up for the seconds that a card takes to begin: docs/gpu.md.</param>
    /// <param name="tf32">Whether a card rounds the factors of matrix products to TF32.</param>
    /// <exception cref="Tensorflow.RuntimeError">There is no such device, or it cannot be used.</exception>
    internal static void Use(string? device, bool pays, bool tf32 = false)
    {
        if (device == Auto)
            device = pays && tf.config.list_physical_devices("GPU").Length > 0 ? Gpu : Cpu;
        tf.config.set_default_device(device ?? Cpu);
        tf.config.experimental.enable_tensor_float_32_execution(tf32);
    }

    private static bool IsDevice(string text) =>
        text is Auto or Cpu or Gpu
        || (text.StartsWith(Gpu + ":", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(Gpu.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _));
}
