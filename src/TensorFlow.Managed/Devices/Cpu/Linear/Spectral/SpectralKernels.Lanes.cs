using Tensorflow.Devices.Cpu.Stages;

namespace Tensorflow.Devices.Cpu.Linear.Spectral;

/// <summary>Convolutions by Fourier transforms with registers of one width.</summary>
internal sealed unsafe partial class SpectralKernels<TLanes>(string name, bool isSupported, TileKernel tile) : SpectralKernels
    where TLanes : struct, ILanes<TLanes>
{
    internal override string Name => name;

    internal override bool IsSupported => isSupported;

    internal override void Transform(Elements maps, int first, MapSampling sampling, Spectrum spectrum)
    {
        if (sampling.Size == Fourier6.Size)
            Transform<Fourier6>(maps, first, sampling, spectrum);
        else if (sampling.Size == Fourier8.Size)
            Transform<Fourier8>(maps, first, sampling, spectrum);
        else
            Transform<Fourier9>(maps, first, sampling, spectrum);
    }

    internal override void Restore(Spectrum spectrum, float* maps, MapSampling sampling)
    {
        if (sampling.Size == Fourier6.Size)
            Restore<Fourier6>(spectrum, maps, sampling);
        else if (sampling.Size == Fourier8.Size)
            Restore<Fourier8>(spectrum, maps, sampling);
        else
            Restore<Fourier9>(spectrum, maps, sampling);
    }

    private static void Transform<TFourier>(Elements maps, int first, MapSampling sampling, Spectrum spectrum)
        where TFourier : struct, IFourier
    {
        var table = sampling.Offsets();
        // A kernel's maps lie one inside the other.
        var length = sampling.IsKernel ? 0 : checked((int)sampling.MapStride);
        Work.Run(sampling.Maps, map =>
        {
            var elements = maps.Read((first + map) * sampling.MapStride, length, Scratch.Of(length));
            fixed (nint* offsets = table)
                for (var phase = 0; phase < sampling.Phases; phase++)
                {
                    var (row, column) = sampling.PlaceOf(map, phase);
                    for (var channel = 0; channel < sampling.Channels; channel += TLanes.Count)
                        SpectralTransform<TFourier, TLanes>.Forward(
                            elements + channel, offsets + phase * TFourier.Size * TFourier.Size,
                            spectrum.At(row, column + channel), spectrum.PlaneStride);
                }
        });
    }

    private static void Restore<TFourier>(Spectrum spectrum, float* maps, MapSampling sampling) where TFourier : struct, IFourier
    {
        var table = sampling.Offsets();
        Work.Run(sampling.Maps, map =>
        {
            fixed (nint* offsets = table)
                for (var phase = 0; phase < sampling.Phases; phase++)
                {
                    var (row, column) = sampling.PlaceOf(map, phase);
                    for (var channel = 0; channel < sampling.Channels; channel += TLanes.Count)
                        SpectralTransform<TFourier, TLanes>.Inverse(
                            spectrum.At(row, column + channel), spectrum.PlaneStride,
                            maps + map * sampling.MapStride + channel, offsets + phase * TFourier.Size * TFourier.Size);
                }
        });
    }
}
