using System.Security.Cryptography;
using FashionGanTf.Datasets.Preparing;
using FashionGanTf.Evaluation.Features.Onnx;
using FashionGanTf.Evaluation.Measures;
using FashionGanTf.Evaluation.Pictures;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using Tensorflow;
using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation.Features;

/// <summary>
/// The 512 features of a ResNet-18 (He et al., Deep Residual Learning for Image Recognition, 2015) that has learned ImageNet's classes, for
/// pictures of anything: what is left after its last pooling. The network, trained with CNTK, is in the NuGet package
/// Microsoft.ML.DnnImageFeaturizer.ResNet18 (MIT), which <c>dotnet restore tools/ResNet18</c> fetches.
/// </summary>
/// <remarks>It takes pictures of 224 x 224, blue before green before red, 0 to 255, of which the mean picture of its training data is
/// subtracted, which is in a file of its own. Gray pictures get three equal channels.</remarks>
public sealed class ResNet18 : IPictureFeatures
{
    /// <summary>How to get it.</summary>
    public const string Fetch = "dotnet restore tools/ResNet18";

    /// <summary>Pixels a side.</summary>
    internal const int Side = 224;

    /// <summary>Pictures that are looked at at once: few, because the first maps are large. No result depends on it.</summary>
    private const int Batch = 4;

    private const string NetworkSha256 = "e2552f19db2dfdb01b3669537b6a0f1b44da38d18279535492ed5dfc2ef1ff8f";
    private const string MeanSha256 = "84bf8def78d0befaa3f6e73745d57d7016c6a192ead76f79686bd438c1047004";

    private readonly OnnxNetwork _network;

    /// <summary>Of each pixel blue, green and red.</summary>
    private readonly float[] _mean;

    private readonly PicturePreparer _preparer = new(new Preparation(Side, Channels: 3), PictureDecoder.Default);

    private ResNet18(OnnxNetwork network, float[] mean) => (_network, _mean) = (network, mean);

    /// <inheritdoc/>
    public string Kind => "resnet18";

    /// <inheritdoc/>
    public string InWords => "ImageNet's ResNet-18";

    /// <inheritdoc/>
    public int Count => 512;

    /// <inheritdoc/>
    /// <remarks>Of the network's file.</remarks>
    public string Sha256 => NetworkSha256;

    /// <summary>The network's file, whether it is there or not.</summary>
    public static string NetworkFile => Path.Combine(Folder, "ResNet18Onnx", "ResNet18.onnx");

    /// <summary>The file that subtracts the mean picture.</summary>
    internal static string MeanFile => Path.Combine(Folder, "ResNetPrepOnnx", "ResNetPreprocess.onnx");

    /// <summary>Where NuGet keeps the package: in the folder that the variable NUGET_PACKAGES names, or its usual one.</summary>
    private static string Folder => Path.Combine(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        "microsoft.ml.dnnimagefeaturizer.resnet18", "0.23.1", "tools", "DnnImageModels");

    /// <summary>Reads it from the NuGet packages folder.</summary>
    /// <exception cref="IOException">It is not there, or cannot be read; the one-line message says what to run.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static ResNet18 Load()
    {
        var (network, mean) = (Read(NetworkFile, NetworkSha256), Read(MeanFile, MeanSha256));
        return new ResNet18(OnnxNetwork.Read(network, NetworkFile), Interleaved(OnnxNetwork.Constant(mean, "MeanImage", MeanFile)));
    }

    /// <inheritdoc/>
    /// <remarks>All can be.</remarks>
    public void Require(PictureShape picture, string pictures)
    {
    }

    /// <inheritdoc/>
    public Embedding Embed(NDArray pictures, Action<int>? progress = null, CancellationToken stop = default)
    {
        var count = (int)pictures.shape[0];
        var features = new float[count * Count];
        var input = new float[Batch * _mean.Length];
        for (var first = 0; first < count; first += Batch)
        {
            stop.ThrowIfCancellationRequested();
            progress?.Invoke(first);
            var (batch, start) = (Math.Min(Batch, count - first), first);
            Parallel.For(0, batch, Threads.Options, i =>
                Prepare(PictureArrays.Picture(pictures, start + i), input.AsSpan(i * _mean.Length, _mean.Length)));
            using var scope = TensorScope.Begin();
            using var numbers = np.array(input.AsSpan(0, batch * _mean.Length).ToArray());
            using var shaped = numbers.reshape((batch, Side, Side, 3));
            _network.Run(shaped).CopyTo(features.AsSpan(first * Count, batch * Count));
        }

        return new Embedding(np.array(features).reshape((count, Count)), Probabilities: null);
    }

    /// <summary>A picture as the network takes it.</summary>
    private void Prepare(Bitmap picture, Span<float> numbers)
    {
        var pixels = _preparer.Prepare(new SourcePicture("a picture") { Pixels = () => picture });
        for (var i = 0; i < pixels.Length; i += 3)
            for (var channel = 0; channel < 3; channel++)
                numbers[i + channel] = pixels[i + 2 - channel] - _mean[i + channel];
    }

    /// <summary>Planes of channels to channels side by side.</summary>
    private static float[] Interleaved(float[] planes)
    {
        var (result, size) = (new float[planes.Length], planes.Length / 3);
        for (var i = 0; i < size; i++)
            for (var channel = 0; channel < 3; channel++)
                result[3 * i + channel] = planes[channel * size + i];
        return result;
    }

    private static byte[] Read(string path, string sha256)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"The features resnet18 need ImageNet's ResNet-18, which is not in the NuGet packages folder " +
                $"({path}); to fetch it, run in a clone of the program: {Fetch}");
        var bytes = File.ReadAllBytes(path);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == sha256 ? bytes : throw new InvalidDataException(
            $"{path} is damaged: the published file has the SHA-256 {sha256}; remove the package's folder, then run: {Fetch}");
    }
}
