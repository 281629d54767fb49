using System.Xml.Linq;
using FashionGanTf.Datasets;
using FashionGanTf.Evaluation.Features;
using FashionGanTf.Evaluation.Features.Onnx;
using FashionGanTf.Imaging;
using FashionGanTf.Tests.Support;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Tensorflow.NumPy;

namespace FashionGanTf.Tests.Evaluation;

/// <summary>ImageNet's ResNet-18 on our own runtime, against ONNX Runtime.</summary>
[TestClass]
public sealed class ResNet18Tests : IDisposable
{
    private const int Side = ResNet18.Side;

    private readonly TemporaryCache _cache = new();

    public void Dispose() => _cache.Dispose();

    /// <summary>Both of the package's files in a row, as their makers mean them to be used.</summary>
    [TestMethod]
    public void ItSeesWhatOnnxRuntimeSees()
    {
        var network = Require();
        // Photographs of that size need no resizing.
        var photographs = PictureParts.Read(new PictureOptions { Place = Clothing.Folder, Size = 128 }, labelled: true);
        var pictures = Enlarged(photographs.Train.Rows.First(3));
        var features = network.Embed(pictures).Features.ToArray<float>();
        using InferenceSession prepare = new(ResNet18.MeanFile), run = new(ResNet18.NetworkFile);
        for (var i = 0; i < 3; i++)
        {
            var input = new DenseTensor<float>([1, 3, Side, Side]);
            var pixels = pictures[i].ToArray<byte>();
            for (var place = 0; place < pixels.Length; place++)
                input.Buffer.Span[place % 3 * Side * Side + place / 3] = pixels[place];
            using var prepared = prepare.Run([NamedOnnxValue.CreateFromTensor("OriginalInput", input)]);
            using var seen = run.Run([NamedOnnxValue.CreateFromTensor("Input247", prepared[0].AsTensor<float>())]);
            var expected = seen[0].AsTensor<float>().ToArray();
            Assert.HasCount(512, expected);
            Assert.IsGreaterThan(1, expected.Max());
            for (var j = 0; j < expected.Length; j++)
                Assert.AreEqual(expected[j], features[i * 512 + j], 1e-4f, $"picture {i}, feature {j}");
        }
    }

    [TestMethod]
    public void EachPictureIsSeenTheSameWhateverStandsBesideItAndGrayIsThreeEqualChannels()
    {
        var network = Require();
        var gray = PictureParts.Read(new PictureOptions { Place = Clothing.Folder, Size = 28, Channels = 1 }, labelled: true)
            .Train.Rows.First(9);
        var all = network.Embed(gray);
        Assert.IsNull(all.Probabilities);
        Assert.AreEqual(new Tensorflow.Shape(9, 512), all.Features.shape);
        foreach (var i in new[] { 0, 7, 8 })
            CollectionAssert.AreEqual(
                all.Features[i].ToArray<float>(), network.Embed(gray[$"{i}:{i + 1}"]).Features.ToArray<float>(), $"picture {i}");
        byte[] equal = [.. gray[":2"].ToArray<byte>().SelectMany(value => new[] { value, value, value })];
        CollectionAssert.AreEqual(all.Features[":2"].ToArray<float>(),
            network.Embed(np.array(equal).reshape((2, 28, 28, 3))).Features.ToArray<float>());
    }

    [TestMethod]
    public void APackageThatIsMissingOrDamagedIsSaidInOneLine()
    {
        const string variable = "NUGET_PACKAGES";
        var before = Environment.GetEnvironmentVariable(variable);
        using var folder = new TemporaryFolder();
        try
        {
            Environment.SetEnvironmentVariable(variable, folder.Path);
            var missing = Assert.ThrowsExactly<FileNotFoundException>(ResNet18.Load).Message;
            StringAssert.EndsWith(missing, "to fetch it, run in a clone of the program: dotnet restore tools/ResNet18");
            Directory.CreateDirectory(Path.GetDirectoryName(ResNet18.NetworkFile)!);
            File.WriteAllBytes(ResNet18.NetworkFile, [1, 2, 3]);
            var damaged = Assert.ThrowsExactly<InvalidDataException>(ResNet18.Load).Message;
            StringAssert.StartsWith(damaged, $"{ResNet18.NetworkFile} is damaged: ");
            StringAssert.EndsWith(damaged, "then run: dotnet restore tools/ResNet18");
            Assert.DoesNotContain('\n', missing + damaged);
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, before);
        }
    }

    [TestMethod]
    [DataRow("", "it has no graph")]
    [DataRow("010203", "is no ONNX file")]
    [DataRow("3A00", "is no ONNX file")]
    [DataRow("3AFF", "is no ONNX file")]
    public void WhatIsNoNetworkIsSaidInOneLine(string bytes, string complaint)
    {
        var message = Assert.ThrowsExactly<InvalidDataException>(() => OnnxNetwork.Read(Convert.FromHexString(bytes), "file")).Message;
        StringAssert.Contains(message, complaint);
        Assert.DoesNotContain('\n', message);
    }

    [TestMethod]
    public void ThePackageIsTheOneThatTheProgramLooksFor()
    {
        var package = XDocument.Load(Path.Combine(Repository.Root, "tools", "ResNet18", "ResNet18.csproj"))
            .Descendants("PackageDownload").Single();
        StringAssert.Contains(ResNet18.NetworkFile, Path.Combine(
            package.Attribute("Include")!.Value.ToLowerInvariant(), package.Attribute("Version")!.Value.Trim('[', ']')));
    }

    /// <summary>The network; without its package the test ends here, and says so.</summary>
    private static ResNet18 Require()
    {
        if (!File.Exists(ResNet18.NetworkFile))
            Assert.Inconclusive($"ImageNet's ResNet-18 is not on this machine; {ResNet18.Fetch} fetches it.");
        return ResNet18.Load();
    }

    private static NDArray Enlarged(NDArray pictures)
    {
        // Each pixel of 112 x 112 twice in each direction.
        var (count, side) = ((int)pictures.shape[0], (int)pictures.shape[1]);
        var (from, to) = (pictures.ToArray<byte>(), new byte[count * Side * Side * 3]);
        for (var i = 0; i < to.Length; i++)
        {
            var (channel, pixel) = (i % 3, i / 3);
            var (picture, y, x) = (pixel / (Side * Side), pixel / Side % Side / 2, pixel % Side / 2);
            to[i] = from[((picture * side + y) * side + x) * 3 + channel];
        }

        return np.array(to).reshape((count, Side, Side, 3));
    }
}
