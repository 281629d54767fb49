using Tensorflow.Devices;

namespace Tensorflow;

/// <content>Where tensors live and operations are computed.</content>
public sealed partial class tensorflow
{
    /// <summary>
    /// Until the result is disposed, this thread makes tensors and computes on a device. Values of another one are copied where they are
    /// read; a variable moves to the device that updates it.
    /// </summary>
    /// <param name="device_name"><c>/CPU:0</c> or <c>/GPU:0</c>; also <c>gpu</c> and <c>gpu:1</c>.</param>
    /// <exception cref="ArgumentException">It is no device's name.</exception>
    /// <exception cref="RuntimeError">There is no such device, or it cannot be used; the message says why and what to do.</exception>
    /// <example><code>
    /// using (tf.device("/GPU:0"))
    ///     gan.fit(batches, epochs: 3);
    /// </code></example>
    public IDisposable device(string device_name) => new DeviceScope(DeviceName.Open(device_name));
}

/// <summary>A device that the machine has.</summary>
/// <param name="name">As TensorFlow names it, <c>/physical_device:GPU:0</c>.</param>
/// <param name="device_type"><c>CPU</c> or <c>GPU</c>.</param>
/// <param name="description">What it is, a card's name for one.</param>
public sealed record PhysicalDevice(string name, string device_type, string description)
{
    /// <summary>As <c>GPU:0, NVIDIA H200</c>.</summary>
    public override string ToString() => $"{name[(name.IndexOf(':') + 1)..]}, {description}";
}
