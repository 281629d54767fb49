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

    /// <summary>The sub-arrays whose numbers an int32 or int64 array holds, or the elements or sub-arrays that a bool array marks: its
    /// shape is that of the first axes. What is written is converted and broadcast to them.</summary>
    /// <exception cref="ArgumentException">A number lies outside the first axis, or the marks have another shape.</exception>
    [IndexerName("Part")]
    public NDArray this[NDArray selection]
    {
        get => Made(() => selection.dtype == TF_DataType.TF_BOOL
            ? GatherNd.Apply(this, Places(selection)) : Gather.Apply(this, selection));
        set
        {
            if (selection.dtype == TF_DataType.TF_BOOL)
            {
                using var changed = Made(() => WithMarked(selection, value));
                Write(new Region(shape, []), changed);
                return;
            }

            var numbers = selection.astype(TF_DataType.TF_INT64).ToArray<long>();
            using var all = Made(() => Reshape.Apply(
                BroadcastTo.Apply(Cast.Apply(value, dtype), selection.shape.Concatenate(shape[1..])),
                shape[1..].Insert(0, numbers.Length)));
            for (var i = 0; i < numbers.Length; i++)
                this[(int)numbers[i]] = all[i];
        }
    }

    /// <summary>This array with a value broadcast to what a bool array marks.</summary>
    private Tensor WithMarked(NDArray selection, NDArray value)
    {
        var count = Places(selection).shape[0];
        var rest = shape[selection.ndim..];
        var values = BroadcastTo.Apply(Cast.Apply(value, dtype), rest.Insert(0, count));
        if (count == 0)
            return this;
        var next = 0;
        var from = Array.ConvertAll(selection.ToArray<bool>(), mark => mark ? next++ : 0);
        var ones = Enumerable.Repeat(1L, rest.ndim).ToArray();
        return Where.Apply(Reshape.Apply(selection, selection.shape.Concatenate(new Shape(ones))),
            Reshape.Apply(Gather.Apply(values, from), shape), this);
    }

    /// <summary>The places that a bool array marks in the first axes: int64, of shape (how many, axes).</summary>
    private Tensor Places(NDArray marks)
    {
        if (marks.ndim == 0 || marks.ndim > ndim || marks.shape != shape[..marks.ndim])
            throw new ArgumentException(
                $"A bool index needs one mark for each element along the first axis, or axes, of {shape}; it has the shape {marks.shape}.");
        return Where.Places(marks);
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
