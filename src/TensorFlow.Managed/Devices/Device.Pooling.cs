namespace Tensorflow.Devices;

/// <content>Pooling of windows, resizing and filtering of pictures. float32.</content>
internal abstract partial class Device
{
    /// <summary>
    /// The largest element of each window, and as int32 where it lies: row * width + column; of equal ones the first.
    /// </summary>
    internal abstract void MaxPool(Storage x, Storage y, Storage position, PoolingPlan plan);

    /// <summary>dx[position] = the sum of dy over the windows whose largest element lies there; 0 elsewhere.</summary>
    internal abstract void MaxPoolScatter(Storage dy, Storage position, Storage dx, PoolingPlan plan);

    /// <summary>y = x at each window's position: the transpose of <see cref="MaxPoolScatter"/>.</summary>
    internal abstract void MaxPoolGather(Storage x, Storage position, Storage y, PoolingPlan plan);

    /// <summary>The mean of each window's part inside the picture.</summary>
    internal abstract void AveragePool(Storage x, Storage y, PoolingPlan plan);

    /// <summary>The transpose of <see cref="AveragePool"/>: each element's share of the dy of its windows.</summary>
    internal abstract void AveragePoolGradient(Storage dy, Storage dx, PoolingPlan plan);

    /// <summary>Each element of x (images, height, width, channels) becomes a block of equal ones.</summary>
    internal abstract void ResizeNearest(Storage x, Storage y, int images, int height, int width, int channels, (int H, int W) factors);

    /// <summary>The transpose of <see cref="ResizeNearest"/>: the sum of each block; the sizes are those of dx.</summary>
    internal abstract void ResizeNearestGradient(Storage dy, Storage dx, int images, int height, int width, int channels,
        (int H, int W) factors);

    /// <summary>
    /// Makes the middle axis of x (outer, size, inner) longer by a whole factor, linearly between the elements' centers:
    /// y[o] = x at (o + 0.5) / factor - 0.5, held at the ends.
    /// </summary>
    internal abstract void ResizeLinear(Storage x, Storage y, long outer, int size, int inner, int factor);

    /// <summary>The transpose of <see cref="ResizeLinear"/>.</summary>
    internal abstract void ResizeLinearGradient(Storage dy, Storage dx, long outer, int size, int inner, int factor);

    /// <summary>y = x filtered as the plan says.</summary>
    internal abstract void Filter(Storage x, Storage y, FirPlan plan);
}
