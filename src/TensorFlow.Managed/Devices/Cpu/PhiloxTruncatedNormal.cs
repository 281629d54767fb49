namespace Tensorflow.Devices.Cpu;

/// <summary>
/// Normal numbers nearer to 0 than 2: others are drawn again. As in TensorFlow each group of four has its own 256 steps of the counter,
/// so that no group depends on how often another one drew.
/// </summary>
internal static class PhiloxTruncatedNormal
{
    internal const uint StepsPerGroup = 256;

    private const float Limit = 2;

    internal static void Fill(ulong key, UInt128 counter, Span<float> y, float mean, float deviation)
    {
        for (var start = 0; start < y.Length; start += 4, counter += StepsPerGroup)
            FillGroup(key, counter, y[start..Math.Min(start + 4, y.Length)], mean, deviation);
    }

    private static void FillGroup(ulong key, UInt128 counter, Span<float> y, float mean, float deviation)
    {
        Span<uint> bits = stackalloc uint[4];
        for (var count = 0; ; counter++)
        {
            Philox.Block(key, counter, bits);
            for (var pair = 0; pair < 4; pair += 2)
            {
                var radius = MathF.Sqrt(-2 * MathF.Log(MathF.Max(PhiloxUniform.ToFloat(bits[pair]), PhiloxNormal.SmallestUniform)));
                var (sine, cosine) = MathF.SinCos(2 * MathF.PI * PhiloxUniform.ToFloat(bits[pair + 1]));
                if (MathF.Abs(sine * radius) < Limit)
                    y[count++] = sine * radius * deviation + mean;
                if (count == y.Length)
                    return;
                if (MathF.Abs(cosine * radius) < Limit)
                    y[count++] = cosine * radius * deviation + mean;
                if (count == y.Length)
                    return;
            }
        }
    }
}
