namespace Tensorflow.Devices.Cpu.Linear.Spectral;

/// <summary>
/// Which places of a map's axis are the samples of a transform. With a stride s the axis is cut into s phases, the places p, p + s, ... of
/// each p below s: the convolution is the sum of one with stride 1 for each phase.
/// </summary>
/// <param name="Length">Places on the axis.</param>
/// <param name="Stride">The convolution's stride; 1 for an axis of its result.</param>
/// <param name="Padding">For an axis of the kernel, the zeros that the convolution puts before the picture;
/// null for a picture's axis.</param>
internal readonly record struct AxisSampling(int Length, int Stride, int? Padding = null)
{
    /// <summary>
    /// The place of each sample, -1 for a zero. The kernel's tap k meets place s o + k - padding for the result's place o, so in phase p it
    /// is the tap at (k - padding - p) / s, counted around the circle.
    /// </summary>
    internal int[] Places(int phase, int size)
    {
        var places = new int[size];
        Array.Fill(places, -1);
        if (Padding is not { } padding)
        {
            for (var (sample, place) = (0, phase); place < Length; sample++, place += Stride)
                places[sample] = place;
            return places;
        }

        for (var tap = 0; tap < Length; tap++)
        {
            var (offset, remainder) = Math.DivRem(tap - padding - phase, Stride);
            if (remainder == 0)
                places[(offset + size) % size] = tap;
        }

        return places;
    }

    /// <summary>
    /// The smallest circle on which nothing that wraps around meets a sample that counts, in all three passes: the taps of a phase lie at
    /// offsets from a to b, so it needs the picture's samples and -a more, and the result's and b more.
    /// </summary>
    internal static int SmallestCircle(AxisSampling picture, AxisSampling kernel, int results)
    {
        var smallest = 1;
        for (var phase = 0; phase < picture.Stride; phase++)
        {
            var samples = (picture.Length - phase + picture.Stride - 1) / picture.Stride;
            for (var tap = 0; tap < kernel.Length; tap++)
            {
                var (offset, remainder) = Math.DivRem(tap - kernel.Padding!.Value - phase, picture.Stride);
                if (remainder == 0)
                    smallest = Math.Max(smallest, Math.Max(samples - Math.Min(offset, 0), results + Math.Max(offset, 0)));
            }
        }

        return smallest;
    }
}
