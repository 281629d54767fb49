using System.Globalization;

namespace Tensorflow.Devices;

/// <summary>The names of devices: <c>CPU:0</c> and <c>GPU:1</c>, also in lower case, without a number for the first, and with what
/// TensorFlow puts before, <c>/device:</c> or <c>/physical_device:</c>.</summary>
internal static class DeviceName
{
    /// <summary>The device of a name, which is made when it is first asked for.</summary>
    /// <exception cref="ArgumentException">It is no device's name.</exception>
    /// <exception cref="RuntimeError">There is no such device, or it cannot be used; one line says why and what to do.</exception>
    internal static Device Open(string name)
    {
        var (type, number) = Parse(name);
        if (type == "GPU")
            return GpuPlatform.Found is { } platform
                ? platform.Open(number)
                : throw new RuntimeError($"There is no {name}: this program was built without graphics cards. Build it with -p:Gpu=true.");
        return number == 0 ? Device.Processor : throw new RuntimeError($"There is no {name}: the processor is CPU:0 alone.");
    }

    /// <summary>All devices' types and descriptions, the processor first; without cards that cannot be used.</summary>
    internal static IEnumerable<(string Type, int Number, string Description)> All()
    {
        yield return ("CPU", 0, Device.Processor.Description);
        IReadOnlyList<string> cards;
        try
        {
            cards = GpuPlatform.Found?.Cards() ?? [];
        }
        catch (RuntimeError)
        {
            yield break;
        }

        for (var number = 0; number < cards.Count; number++)
            yield return ("GPU", number, cards[number]);
    }

    /// <exception cref="ArgumentException">It is no device's name.</exception>
    internal static (string Type, int Number) Parse(string name)
    {
        var parts = name.Split('/')[^1].ToUpperInvariant().Split(':');
        if (parts[0] is "DEVICE" or "PHYSICAL_DEVICE")
            parts = parts[1..];
        if (parts is ["CPU" or "GPU"] or ["CPU" or "GPU", _]
            && (parts.Length == 1 || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            return (parts[0], parts.Length == 1 ? 0 : int.Parse(parts[1], CultureInfo.InvariantCulture));
        throw new ArgumentException($"\"{name}\" is no device; devices are called cpu, gpu, gpu:1 or /GPU:0.");
    }
}
