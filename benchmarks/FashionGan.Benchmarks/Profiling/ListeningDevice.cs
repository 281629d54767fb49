using Tensorflow.Devices;

namespace FashionGanTf.Benchmarks.Profiling;

/// <summary>A device in front of another: passes every call on and tells a listener when it begins and ends.</summary>
/// <remarks><see cref="ListeningDeviceType"/> makes the class that overrides the calls,
/// so that a new call of devices is heard without a line here.</remarks>
internal abstract class ListeningDevice(Device behind, CallTimes listener) : Device(behind)
{
    /// <summary>Does the work.</summary>
    internal readonly Device Behind = behind;

    /// <summary>Hears of it.</summary>
    internal readonly CallTimes Listener = listener;

    protected override nint Allocate(long bytes) => throw new NotSupportedException("The device behind has the memory.");
}
