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

    /// <summary>Settings that TensorFlow calls experimental.</summary>
    public experimental_api experimental { get; } = new();

    /// <summary>The program's threads make tensors and compute on a device from now on, unless <see cref="tensorflow.device"/> names
    /// another. TensorFlow chooses by itself and has no such call.</summary>
    /// <param name="device_name"><c>/CPU:0</c> or <c>/GPU:0</c>; also <c>gpu</c> and <c>gpu:1</c>.</param>
    /// <exception cref="ArgumentException">It is no device's name.</exception>
    /// <exception cref="RuntimeError">There is no such device, or it cannot be used; the message says why and what to do.</exception>
    public void set_default_device(string device_name) => Device.Current = DeviceName.Open(device_name);

    /// <summary>The device that new tensors are made on.</summary>
    public PhysicalDevice get_default_device() => new(
        "/physical_device:" + Device.Current.Name, Device.Current.Name.Split(':')[0], Device.Current.Description);

    /// <summary>The machine's devices that can be used, the processor first.</summary>
    /// <param name="device_type"><c>CPU</c> or <c>GPU</c>; null for all.</param>
    public PhysicalDevice[] list_physical_devices(string? device_type = null) =>
    [
        .. DeviceName.All().Where(device => device_type is null || device.Type == device_type)
            .Select(device => new PhysicalDevice($"/physical_device:{device.Type}:{device.Number}", device.Type, device.Description)),
    ];
}

/// <summary>Settings that TensorFlow calls experimental, <c>tf.config.experimental</c>.</summary>
public sealed class experimental_api
{
    internal experimental_api()
    {
    }

    /// <summary>Whether matrix products and convolutions on a graphics card round their factors to TF32, which has 10 bits of mantissa
    /// instead of 23; of the device that is the default now. The processor has none and stays exact. Off unless it is turned on.</summary>
    public void enable_tensor_float_32_execution(bool enabled) => Device.Current.UsesTensorFloat32 = enabled;

    /// <summary>Whether they do.</summary>
    public bool tensor_float_32_execution_enabled() => Device.Current.UsesTensorFloat32;
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
