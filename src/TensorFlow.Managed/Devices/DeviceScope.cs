namespace Tensorflow.Devices;

/// <summary>While it is open, its thread makes tensors and computes on one device; <c>tf.device</c> opens one.</summary>
internal sealed class DeviceScope : IDisposable
{
    private readonly Device? _outer = Device.Scoped;

    internal DeviceScope(Device device) => Device.Scoped = device;

    /// <summary>The thread computes again where it did before.</summary>
    public void Dispose() => Device.Scoped = _outer;
}
