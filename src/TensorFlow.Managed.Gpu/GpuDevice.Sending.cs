using System.Reflection;

namespace Tensorflow.Devices.Gpu;

/// <content>One thread at a time sends work, and a listener is told of it.</content>
internal sealed partial class GpuDevice
{
    private readonly Lock _lock = new();

    /// <summary>Is told of all work; null for nobody.</summary>
    internal IGpuListener? Listener { get; set; }

    /// <summary>Whether kernels run; false to count and time what a program sends where there is no card.</summary>
    internal bool Computes { get; set; } = true;

    /// <summary>Takes the device for a thread until what is returned is disposed of.</summary>
    private Sending Send(GpuWork work, string name) => new(this, work, name);

    /// <inheritdoc cref="Send(GpuWork, string)"/>
    private Sending Send(MethodInfo kernel) => new(this, GpuWork.Kernel, Listener is null ? "" : NameOf(kernel));

    private static string NameOf(MethodInfo kernel) =>
        kernel.IsGenericMethod ? $"{kernel.Name}<{string.Join(", ", kernel.GetGenericArguments().Select(NameOf))}>" : kernel.Name;

    private static string NameOf(Type type) =>
        type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : type.Name;

    private readonly ref struct Sending
    {
        private readonly Lock.Scope _scope;
        private readonly IGpuListener? _listener;
        private readonly GpuWork _work;
        private readonly string _name;

        internal Sending(GpuDevice device, GpuWork work, string name)
        {
            (_work, _name) = (work, name);
            _scope = device._lock.EnterScope();
            _listener = device.Listener;
            _listener?.Begin(work, name);
        }

        public void Dispose()
        {
            _listener?.End(_work, _name);
            _scope.Dispose();
        }
    }
}
