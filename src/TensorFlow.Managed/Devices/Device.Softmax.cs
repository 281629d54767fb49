namespace Tensorflow.Devices;

/// <content>Functions of rows of logits. float32.</content>
internal abstract partial class Device
{
    /// <summary>y = e^x / sum e^x along each row of (rows, count), without overflow.</summary>
    internal abstract void Softmax(Storage x, Storage y, long rows, int count);

    /// <summary>y = x - log sum e^x along each row of (rows, count), without overflow.</summary>
    internal abstract void LogSoftmax(Storage x, Storage y, long rows, int count);

    /// <summary>y[i] = max(x[i], 0) - x[i] * labels[i] + log(1 + e^-|x[i]|), the cross entropy of sigmoid x[i], without overflow.</summary>
    internal abstract void SigmoidCrossEntropy(Storage labels, Storage x, Storage y, long count);
}
