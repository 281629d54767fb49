using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear.Spectral;

/// <summary>Convolutions by Fourier transforms with registers of one width.</summary>
internal sealed unsafe partial class SpectralKernels<TLanes>(string name, bool isSupported, TileKernel tile) : SpectralKernels
    where TLanes : struct, ILanes<TLanes>
{
    internal override string Name => name;

    internal override bool IsSupported => isSupported;

    internal override void Transform(float* maps, MapSampling sampling, Spectrum spectrum)
    {
        if (sampling.Size == Fourier8.Size)
            Transform<Fourier8>(maps, sampling, spectrum);
        else
            Transform<Fourier9>(maps, sampling, spectrum);
    }

    internal override void Restore(Spectrum spectrum, float* maps, MapSampling sampling)
    {
        if (sampling.Size == Fourier8.Size)
            Restore<Fourier8>(spectrum, maps, sampling);
        else
            Restore<Fourier9>(spectrum, maps, sampling);
    }

    private static void Transform<TFourier>(float* maps, MapSampling sampling, Spectrum spectrum) where TFourier : struct, IFourier
    {
        var table = sampling.Offsets();
        Work.Run(sampling.Maps, map =>
        {
            fixed (nint* offsets = table)
                for (var phase = 0; phase < sampling.Phases; phase++)
                {
                    var (row, column) = sampling.PlaceOf(map, phase);
                    for (var channel = 0; channel < sampling.Channels; channel += TLanes.Count)
                        SpectralTransform<TFourier, TLanes>.Forward(
                            maps + map * sampling.MapStride + channel, offsets + phase * TFourier.Size * TFourier.Size,
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
