using Tensorflow.Operations;

namespace Tensorflow;

/// <content>Pictures.</content>
public sealed partial class tensorflow
{
    /// <summary>Functions of pictures: <c>tf.image.flip_left_right(x)</c>.</summary>
    public image_api image { get; } = new();
}

/// <summary>Functions of pictures (H, W, C) and batches of them (N, H, W, C), <c>tf.image</c>.</summary>
public sealed class image_api
{
    internal image_api()
    {
    }

    /// <summary>Pictures mirrored, left for right.</summary>
    /// <exception cref="ArgumentException">The tensor has another rank.</exception>
    public Tensor flip_left_right(Tensor image) => Reverse.Apply(Pictures("flip_left_right", image), [-2]);

    /// <summary>Pictures upside down.</summary>
    /// <exception cref="ArgumentException">The tensor has another rank.</exception>
    public Tensor flip_up_down(Tensor image) => Reverse.Apply(Pictures("flip_up_down", image), [-3]);

    /// <summary>A part of pictures.</summary>
    /// <param name="image">(H, W, C) or (N, H, W, C).</param>
    /// <param name="offset_height">The first line.</param>
    /// <param name="offset_width">The first column.</param>
    /// <param name="target_height">How many lines.</param>
    /// <param name="target_width">How many columns.</param>
    /// <exception cref="ArgumentException">The part does not lie inside, or the tensor has another rank.</exception>
    public Tensor crop_to_bounding_box(Tensor image, int offset_height, int offset_width, int target_height, int target_width)
    {
        var (begin, size) = (new long[Pictures("crop_to_bounding_box", image).ndim], image.dims);
        (begin[^3], begin[^2]) = (offset_height, offset_width);
        (size[^3], size[^2]) = (target_height, target_width);
        return Operations.Slice.Apply(image, begin, size);
    }

    /// <summary>Pictures made larger or smaller.</summary>
    /// <param name="image">(H, W, C) or (N, H, W, C) of numbers.</param>
    /// <param name="size">(height, width).</param>
    /// <param name="method"><c>bilinear</c>, <c>nearest</c>, <c>bicubic</c> or <c>area</c>.</param>
    /// <param name="antialias">Whether filters grow with the scale where pictures shrink, so that no pixel is passed over.</param>
    /// <returns>float32; the nearest pixels have the pictures' type.</returns>
    /// <exception cref="ArgumentException">There is no such method, a size is not positive, or the tensor has another rank.</exception>
    public Tensor resize(Tensor image, Shape size, string method = "bilinear", bool antialias = false)
    {
        if (size.ndim != 2)
            throw new ArgumentException($"resize: size is (height, width), not {size}.");
        var batch = Pictures("resize", image).ndim == 4 ? image : ExpandDims.Apply(image, 0);
        var resized = Resize.Apply(batch, (int)size[0], (int)size[1], method, antialias);
        return image.ndim == 4 ? resized : Operations.Reshape.Apply(resized, resized.shape[1..]);
    }

    /// <summary>
    /// Pictures filtered while they become larger or smaller: zeros come between the pixels and around them, a filter runs over both
    /// directions, and of its results every down-th is kept. It is what StyleGAN's code calls by this name (Karras et al., Analyzing and
    /// Improving the Image Quality of StyleGAN, 2020); the filter is not turned: a pixel meets the tap with its distance from the first.
    /// </summary>
    /// <param name="images">(N, H, W, C) of float32.</param>
    /// <param name="taps">The filter along one direction, 2 to 8 numbers.</param>
    /// <param name="up">How many pixels one becomes, in each direction.</param>
    /// <param name="down">Of how many results one is kept, in each direction.</param>
    /// <param name="padding">Zeros before and after, in pixels of the enlarged picture.</param>
    /// <returns>(N, rows, columns, C), with (H * up + before + after - taps) / down + 1 rows.</returns>
    /// <exception cref="ArgumentException">The type, the shape or the filter is wrong.</exception>
    public Tensor upfirdn2d(Tensor images, float[] taps, int up, int down, (int Before, int After) padding) =>
        FirFilter.Apply(images, taps, up, down, padding);

    /// <summary>
    /// Pictures seen through a window that has moved, each by its own number of whole pixels:
    /// y[n, i, j] = images[n, i + shifts[n, 0], j + shifts[n, 1]], or the fill where that lies outside. A positive shift of rows thus
    /// moves what is seen up, one of columns to the left. The name is that of TensorFlow Addons' <c>tfa.image.translate</c>, whose
    /// translations (dx, dy) move the other way and stand in the other order: (-shifts[n, 1], -shifts[n, 0]). Gradients flow to the
    /// images and to the fill, once and twice.
    /// </summary>
    /// <param name="images">(N, H, W, C).</param>
    /// <param name="shifts">(N, 2), int32: rows and columns.</param>
    /// <param name="fill">What is outside: a number for each channel, or one for all. C#'s numbers take the images' type.</param>
    /// <returns>The images' shape and type.</returns>
    /// <exception cref="ArgumentException">A shape or a type is wrong.</exception>
    public Tensor translate<TFill>(Tensor images, Tensor shifts, TFill fill)
    {
        var (x, outside) = Constant.Pair(images, fill);
        return Operations.Translate.Apply(x, shifts, outside);
    }

    private static Tensor Pictures(string function, Tensor image) => image.ndim is 3 or 4
        ? image : throw new ArgumentException($"{function}: pictures are (H, W, C) or (N, H, W, C), not {image.shape}.");
}
