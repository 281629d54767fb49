namespace Tensorflow.Devices;

/// <summary>How several numbers become one.</summary>
internal enum Reduction
{
    Sum, Mean, Max, Min,
}

/// <content>Functions of many elements.</content>
internal abstract partial class Device
{
    /// <summary>
    /// y[o, i] = reduction over r of x[o, r, i], for a tensor seen as (outer, reduced, inner). The order of a sum depends on the sizes
    /// only, never on the number of threads.
    /// </summary>
    internal abstract void Reduce(Reduction reduction, TF_DataType dtype, Storage x, Storage y, long outer, long reduced, long inner);
}
