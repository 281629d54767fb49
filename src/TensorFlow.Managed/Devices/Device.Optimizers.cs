namespace Tensorflow.Devices;

/// <content>
/// Updates of weights, float32. Each reads the weights at <c>current</c> and writes them to <c>next</c>, which may be the same block;
/// moments change in place.
/// </content>
internal abstract partial class Device
{
    /// <summary>
    /// m += (g - m) * gain1; v += (g² - v) * gain2; next = current - alpha * m / (sqrt(v) + epsilon). The gains are 1 - beta, alpha is the
    /// learning rate with the correction of the moments' start at 0.
    /// </summary>
    internal abstract void Adam(
        Storage current, Storage next, Storage m, Storage v, Storage gradient, long count, float alpha, float gain1, float gain2,
        float epsilon);

    /// <summary>
    /// Without a momentum (<paramref name="velocity"/> null) next = current - rate * g. Else velocity = momentum * velocity - rate * g and
    /// next = current + velocity, or with Nesterov's look ahead current + momentum * velocity - rate * g.
    /// </summary>
    internal abstract void Sgd(
        Storage current, Storage next, Storage? velocity, Storage gradient, long count, float rate, float momentum, bool nesterov);

    /// <summary>
    /// s += (g² - s) * gain; step = rate * g / sqrt(s + epsilon); next = current - step, or with a momentum velocity = momentum * velocity
    /// + step and next = current - velocity. The gain is 1 - rho.
    /// </summary>
    internal abstract void RmsProp(
        Storage current, Storage next, Storage squares, Storage? velocity, Storage gradient, long count, float rate, float gain,
        float momentum, float epsilon);

    /// <summary>next = current * keep + value * gain: how batch normalisation's statistics follow a batch's.</summary>
    internal abstract void Follow(Storage current, Storage next, Storage value, long count, float keep, float gain);

    /// <summary>average += (value - average) * gain, in place.</summary>
    internal abstract void MovingAverage(Storage average, Storage value, long count, float gain);
}
