using Tensorflow.Devices.Cpu;
using Tensorflow.Gradients;

namespace Tensorflow;

/// <summary>Checks what a program asks a generator for, and draws it.</summary>
internal static class RandomDraw
{
    internal static Tensor Normal(string what, RandomGenerator generator, Shape shape, float mean, float stddev, TF_DataType dtype)
    {
        Check(what, shape, dtype, dtype == TF_DataType.TF_FLOAT, "float32");
        return generator.Normal(shape, mean, stddev);
    }

    internal static Tensor TruncatedNormal(string what, RandomGenerator generator, Shape shape, float mean, float stddev, TF_DataType dtype)
    {
        Check(what, shape, dtype, dtype == TF_DataType.TF_FLOAT, "float32");
        return generator.TruncatedNormal(shape, mean, stddev);
    }

    internal static Tensor Uniform(string what, RandomGenerator generator, Shape shape, float minval, float maxval, TF_DataType dtype)
    {
        Check(what, shape, dtype, dtype is TF_DataType.TF_FLOAT or TF_DataType.TF_INT32, "float32 or int32");
        if (dtype == TF_DataType.TF_FLOAT)
            return generator.Uniform(shape, minval, maxval);
        if ((int)minval != minval || (int)maxval != maxval || minval >= maxval)
            throw new ArgumentException(
                $"{what}: int32 numbers need two whole numbers, the first below the second; got {minval} and {maxval}.");
        return generator.Integers(shape, (int)minval, (int)maxval);
    }

    internal static Tensor Shuffle(string what, RandomGenerator generator, Tensor value)
    {
        if (value.ndim == 0)
            throw new ArgumentException($"{what}: a scalar has no slices to shuffle.");
        var rows = value.shape[0];
        var rowBytes = rows == 0 ? 0 : value.ByteLength / rows;
        var order = new int[rows];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        var (key, counter) = generator.Reserve(rows);
        var bits = new uint[rows];
        Philox.Bits(key, counter, bits);
        // Fisher and Yates: each place takes one of those that are left.
        for (var i = 0; i < order.Length - 1; i++)
        {
            var other = i + (int)(bits[i] % (uint)(order.Length - i));
            (order[i], order[other]) = (order[other], order[i]);
        }

        var y = Tensor.Empty(value.shape, value.dtype);
        for (var i = 0; i < order.Length; i++)
            Tensor.Device.Copy(value.Storage, order[i] * rowBytes, y.Storage, i * rowBytes, rowBytes);
        return Tape.Constant(y, value);
    }

    private static void Check(string what, Shape shape, TF_DataType dtype, bool isKnown, string known)
    {
        if (!isKnown)
            throw new ArgumentException($"{what}: numbers of type {dtype.Name()} cannot be drawn; use {known} and tf.cast.");
        if (!shape.IsFullyDefined)
            throw new ArgumentException($"{what}: the shape {shape} has sizes that are not known.");
    }
}
