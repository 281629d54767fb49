using Tensorflow.Devices;
using Tensorflow.Gradients;
using Tensorflow.Operations;

namespace Tensorflow;

/// <summary>A part of a variable: a tensor of its value when the part was taken, through which the part can be assigned to.</summary>
public sealed class VariableSlice : Tensor
{
    private readonly ResourceVariable _variable;
    private readonly Slice[] _slices;

    internal VariableSlice(ResourceVariable variable, Tensor value, Slice[] slices)
        : base(value.Storage.AddReference(), value.shape, value.dtype)
    {
        (_variable, _slices) = (variable, slices);
        TensorScope.Register(this);
        Tape.Record("VariableSlice", this, value, dy => dy);
    }

    /// <summary>Replaces this part of the variable; the tensor keeps its value.</summary>
    /// <param name="value">Of the variable's type; it is broadcast to the part.</param>
    /// <returns>The variable.</returns>
    /// <exception cref="ArgumentException">The type differs, or the value does not broadcast.</exception>
    public ResourceVariable assign(Tensor value)
    {
        if (value.dtype != dtype)
            throw new ArgumentException($"{_variable.Name} is of type {dtype.Name()}; a part of it cannot take {value.dtype.Name()}.");
        using var scope = TensorScope.Begin();
        using var pause = Tape.Pause();
        var region = new Region(_variable.shape, _slices);
        var source = BroadcastTo.Apply(value, region.ResultShape);
        source.Storage.Settle();
        using var update = _variable.BeginInPlace();
        Device.CopyStrided(dtype.Size(), source.Storage, update.Next, region.Target(_variable.shape));
        GC.KeepAlive(source);
        update.Publish();
        return _variable;
    }
}
