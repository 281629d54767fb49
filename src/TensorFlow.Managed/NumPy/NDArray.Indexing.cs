using System.Runtime.CompilerServices;
using Tensorflow.Devices;
using Tensorflow.Gradients;
using Tensorflow.Operations;

namespace Tensorflow.NumPy;

/// <content>Parts of an array, read as new arrays and written in place.</content>
public sealed partial class NDArray
{
    /// <summary>The element or sub-array at a position along the first axes; negative numbers count from the end.</summary>
    /// <inheritdoc cref="this[Slice[]]"/>
    [IndexerName("Part")]
    public new NDArray this[params int[] indices]
    {
        get => this[Array.ConvertAll(indices, Tensorflow.Slice.Index)];
        set => this[Array.ConvertAll(indices, Tensorflow.Slice.Index)] = value;
    }

    /// <summary>A part: for each axis a slice; axes that are not named are whole.
    /// What is written is converted and broadcast to the part.</summary>
    /// <exception cref="ArgumentException">There is no such position, there are more slices than axes,
    /// or the value does not broadcast.</exception>
    [IndexerName("Part")]
    public new NDArray this[params Slice[] slices]
    {
        get => Made(() => ((Tensor)this)[slices]);
        set => Write(new Region(shape, slices), value);
    }

    /// <summary>A part in Python's notation: <c>x["1:3, :, ::2"]</c>.</summary>
    /// <inheritdoc cref="this[Slice[]]"/>
    [IndexerName("Part")]
    public new NDArray this[params string[] slices]
    {
        get => this[Tensorflow.Slice.ParseSlices(string.Join(",", slices))];
        set => this[Tensorflow.Slice.ParseSlices(string.Join(",", slices))] = value;
    }

    /// <summary>The sub-arrays whose numbers an int32 or int64 array holds, or that a bool array marks. What is written is converted and
    /// broadcast to them.</summary>
    /// <exception cref="ArgumentException">A number lies outside the first axis, or the marks are not one for each sub-array.</exception>
    [IndexerName("Part")]
    public NDArray this[NDArray selection]
    {
        get => Made(() => Gather.Apply(this, Rows(selection)));
        set
        {
            using var rows = Made(() => Rows(selection));
            var numbers = rows.astype(TF_DataType.TF_INT64).ToArray<long>();
            var all = Made(() => Reshape.Apply(
                BroadcastTo.Apply(Cast.Apply(value, dtype), rows.shape.Concatenate(shape[1..])), shape[1..].Insert(0, numbers.Length)));
            for (var i = 0; i < numbers.Length; i++)
                this[(int)numbers[i]] = all[i];
        }
    }

    /// <summary>The numbers of the sub-arrays that a selection names.</summary>
    private Tensor Rows(NDArray selection)
    {
        if (selection.dtype != TF_DataType.TF_BOOL)
            return selection;
        if (selection.ndim != 1 || ndim == 0 || selection.shape[0] != shape[0])
            throw new ArgumentException(
                $"A bool index needs one mark for each element along the first axis of {shape}; it has the shape {selection.shape}.");
        return Reshape.Apply(Where.Places(selection), -1);
    }

    private void Write(Region region, NDArray value)
    {
        using var scope = TensorScope.Begin();
        using var pause = Tape.Pause();
        var source = BroadcastTo.Apply(Cast.Apply(value, dtype), region.ResultShape);
        Device.CopyStrided(dtype.Size(), source.Storage, Unshare(), region.Target(shape));
        GC.KeepAlive(source);
    }
}
