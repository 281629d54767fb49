using Tensorflow.Devices;
using Tensorflow.Devices.Cpu;

namespace Tensorflow;

/// <content>Settings of the runtime.</content>
public sealed partial class tensorflow
{
    /// <summary>Settings of the runtime.</summary>
    public config_api config { get; } = new();
}

/// <summary>Settings of the runtime, <c>tf.config</c>.</summary>
public sealed class config_api
{
    internal config_api()
    {
    }

    /// <summary>How many threads work.</summary>
    public threading_api threading { get; } = new();

    /// <summary>The machine's devices that can be used, the processor first.</summary>
    /// <param name="device_type"><c>CPU</c> or <c>GPU</c>; null for all.</param>
    public PhysicalDevice[] list_physical_devices(string? device_type = null) =>
    [
        .. DeviceName.All().Where(device => device_type is null || device.Type == device_type)
            .Select(device => new PhysicalDevice($"/physical_device:{device.Type}:{device.Number}", device.Type, device.Description)),
    ];
}

/// <summary>How many threads work, <c>tf.config.threading</c>. Results do not depend on it.</summary>
public sealed class threading_api
{
    internal threading_api()
    {
    }

    /// <summary>The threads that share one operation's work; as many as the machine has cores unless set.</summary>
    public int get_intra_op_parallelism_threads() => Work.Threads;

    /// <summary>Sets the threads that share one operation's work; 0 means as many as the machine has cores.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public void set_intra_op_parallelism_threads(int num_threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(num_threads);
        Work.Threads = num_threads == 0 ? Environment.ProcessorCount : num_threads;
    }
}
