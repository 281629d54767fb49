using System.Diagnostics;
using FashionGanTf.Conditions;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Export;
using FashionGanTf.Generation;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using FashionGanTf.Tests.Support;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Tensorflow;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;
using Tensor = Tensorflow.Tensor;

namespace FashionGanTf.Tests.Export;

/// <summary>The networks in ONNX files, run by ONNX Runtime and by this program.</summary>
[TestClass]
public sealed class OnnxFileTests : IDisposable
{
    private const int Count = 64;

    private readonly TemporaryFolder _folder = new();

    private static readonly Dictionary<string, Func<FashionGan>> s_gans = new()
    {
        ["dcgan, which ships"] = () => FashionGan.Pretrained("dcgan"),
        ["conditional"] = () => Changed(new FashionGan(latent_dim: 9, classes: 3)),
        ["dcgan, 32 in colour"] = () => Changed(new FashionGan(latent_dim: 9, picture: new PictureShape(32, 3))),
        ["dcgan with attention"] = () => Changed(new FashionGan(latent_dim: 9, attention: 14)),
        ["conditional with attention"] = () => Changed(new FashionGan(latent_dim: 9, classes: 3, attention: 14)),
        ["conditional with spectral normalisation"] = () => Changed(
            new FashionGan(latent_dim: 9, classes: 3, spectral_normalization: true)),
        ["residual"] = () => Changed(new FashionGan(latent_dim: 9, network: GanNetworks.Residual)),
        ["residual with classes, 32 in colour"] = () => Changed(
            new FashionGan(latent_dim: 9, classes: 3, picture: new PictureShape(32, 3), network: GanNetworks.Residual)),
    };

    public static IEnumerable<object[]> Gans => s_gans.Keys.Select(name => new object[] { name });

    private string File => Path.Combine(_folder.Path, "network.onnx");

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [DynamicData(nameof(Gans))]
    public void AGeneratorDrawsTheSame(string name) => RequireTheSamePictures(s_gans[name]());

    [TestMethod]
    [DynamicData(nameof(Gans))]
    public void ADiscriminatorJudgesTheSame(string name)
    {
        var gan = s_gans[name]();
        gan.Save(Path.Combine(_folder.Path, "generator.safetensors"));
        gan.Discriminator.save_weights(Path.Combine(_folder.Path, DiscriminatorFile.Name));
        ExportedNetwork.Open(Path.Combine(_folder.Path, DiscriminatorFile.Name)).WriteOnnx(File);
        RequireSmall(gan.Discriminator);
        RequireSame(gan.Discriminator, gan.Discriminator.Outputs!.Count == 1 ? ["logits"] : ["logits", "class_logits"],
            ("pictures", Pictures(gan.Picture)), Asked(gan));
    }

    /// <summary>Its modulated convolutions, filters and equalised rates are written without a line for them.</summary>
    [TestMethod]
    [DataRow(0)]
    [DataRow(3)]
    public void AStyleGansGeneratorDrawsTheSame(int classes) =>
        RequireTheSamePictures(Changed(new FashionGan(latent_dim: 9, classes, network: GanNetworks.Stylegan)));

    /// <summary>It compares the pictures of a batch.</summary>
    [TestMethod]
    public void AStyleGansDiscriminatorIsRefusedInOneLine()
    {
        var path = Path.Combine(_folder.Path, DiscriminatorFile.Name);
        new FashionGan(network: GanNetworks.Stylegan).Discriminator.save_weights(path);
        Assert.AreEqual(
            "Model 'discriminator' cannot be written as ONNX: what it computes of an example depends on the others of the batch.",
            Assert.ThrowsExactly<ArgumentException>(() => ExportedNetwork.Open(path).WriteOnnx(File)).Message);
        Assert.IsFalse(System.IO.File.Exists(File));
    }

    [TestMethod]
    public void AClassifierNamesTheSame()
    {
        var classifier = PictureClassifier.Pretrained();
        ExportedNetwork.Of(classifier).WriteOnnx(File);
        RequireSmall(classifier);
        RequireSame(classifier, ["logits"], ("pictures", Pictures(classifier.Picture)));
    }

    [TestMethod]
    public void TheFileSaysWhatAProgramMustKnow()
    {
        var gan = new FashionGan(latent_dim: 9, new ClassNames("Hut", "Schuh"), new PictureShape(32, 3));
        gan.Save(Path.Combine(_folder.Path, "generator.safetensors"));
        ExportedNetwork.Open(Path.Combine(_folder.Path, "generator.safetensors")).WriteOnnx(File);
        Assert.AreEqual(
            "[classes, [\"Hut\",\"Schuh\"]] [latent_size, 9] [network, generator] [picture_channels, 3] [picture_size, 32] " +
            "[pixel_range, [-1, 1]]", Texts());

        gan.Discriminator.save_weights(Path.Combine(_folder.Path, DiscriminatorFile.Name));
        ExportedNetwork.Open(Path.Combine(_folder.Path, DiscriminatorFile.Name)).WriteOnnx(File);
        const string rest = "[network, discriminator] [picture_channels, 3] [picture_size, 32] [pixel_range, [-1, 1]]";
        Assert.AreEqual($"[classes, [\"Hut\",\"Schuh\"]] {rest}", Texts());
        System.IO.File.Delete(Path.Combine(_folder.Path, "generator.safetensors"));
        ExportedNetwork.Open(Path.Combine(_folder.Path, DiscriminatorFile.Name)).WriteOnnx(File);
        Assert.AreEqual($"[classes, [\"class 0\",\"class 1\"]] {rest}", Texts(), "nobody says what they are called");

        string Texts()
        {
            using var session = new InferenceSession(File);
            return string.Join(" ", session.ModelMetadata.CustomMetadataMap.OrderBy(text => text.Key, StringComparer.Ordinal));
        }
    }

    /// <summary>Debian's python3-onnx; without it the test ends, and says so.</summary>
    [TestMethod]
    public void TheReferenceLibraryAcceptsTheFiles()
    {
        foreach (var (name, make) in s_gans)
        {
            ExportedNetwork.Of(make()).WriteOnnx(File);
            const string check = "import onnx, sys\nonnx.checker.check_model(onnx.load(sys.argv[1]), full_check=True)\nprint('accepted')";
            using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-I", "-c", check, File])
                { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, error) = (python.StandardOutput.ReadToEnd(), python.StandardError.ReadToEnd());
            if (error.Contains("No module named 'onnx'", StringComparison.Ordinal))
                Assert.Inconclusive("There is no Python with onnx here; Debian's package python3-onnx has it.");
            Assert.AreEqual("accepted", output.Trim(), $"{name}: {error}");
        }
    }

    /// <summary>Takes each weight away from where it begins: a 0 hides what is behind it. Not so far that pictures are large numbers before
    /// their tanh, which a trained network's are not either.</summary>
    private static FashionGan Changed(FashionGan gan)
    {
        tf.set_random_seed(3);
        foreach (var weight in gan.Generator.Weights.Concat(gan.Discriminator.Weights))
            weight.assign(weight.AsTensor() + tf.random.normal(weight.shape, stddev: 0.02f));
        return gan;
    }

    private static (string, Tensor)[] Asked(FashionGan gan) =>
        gan.IsConditional ? [("condition", Condition.InTurn(0, Count, gan.Classes.Count))] : [];

    private static Tensor Pictures(PictureShape shape) =>
        tf.random.Generator.from_seed(5).normal((Count, shape.Size, shape.Size, shape.Channels), stddev: 0.5f);

    private void RequireTheSamePictures(FashionGan gan)
    {
        ExportedNetwork.Of(gan).WriteOnnx(File);
        RequireSmall(gan.Generator);
        RequireSame(gan.Generator, ["pictures"], ("noise", LatentNoise.Of(7, 0, Count, gan.LatentDim)), Asked(gan));
    }

    private void RequireSmall(Model network) => Assert.IsLessThanOrEqualTo(
        network.Weights.Sum(weight => weight.shape.size * sizeof(float)) + 20_000, new FileInfo(File).Length);

    private void RequireSame(Model network, string[] outputs, (string, Tensor) input, params (string, Tensor)[] more)
    {
        (string Name, Tensor Value)[] inputs = [input, .. more];
        var expected = network.Apply(new Tensors([.. inputs.Select(one => one.Value)]), training: false);
        using var session = new InferenceSession(File);
        CollectionAssert.AreEqual(inputs.Select(one => one.Name).ToArray(), session.InputNames.ToArray());
        CollectionAssert.AreEqual(outputs, session.OutputNames.ToArray());
        foreach (var batch in new[] { 1, 37 })
        {
            var actual = outputs.Select(_ => new List<float>()).ToArray();
            for (var first = 0; first < Count; first += batch)
            {
                var part = $"{first}:{Math.Min(first + batch, Count)}";
                using var results = session.Run(
                    [.. inputs.Select(one => NamedOnnxValue.CreateFromTensor(one.Name, Dense(one.Value[part])))]);
                for (var i = 0; i < outputs.Length; i++)
                    actual[i].AddRange(results[i].AsEnumerable<float>());
            }

            for (var i = 0; i < outputs.Length; i++)
                RequireNear(expected[i].ToArray<float>(), actual[i], $"{outputs[i]} in batches of {batch}");
        }
    }

    private static void RequireNear(float[] expected, List<float> actual, string what)
    {
        Assert.HasCount(expected.Length, actual, what);
        Assert.IsGreaterThan(1e-3f, expected.Max() - expected.Min(), "all are equal");
        // Pictures lie in [-1, 1]; logits can be larger, and float32 keeps seven digits.
        var bound = 1e-5f * Math.Max(1, expected.Max(Math.Abs));
        for (var i = 0; i < expected.Length; i++)
            Assert.AreEqual(expected[i], actual[i], bound, $"{what}, element {i}");
    }

    private static DenseTensor<float> Dense(Tensor x) => new(x.ToArray<float>(), Array.ConvertAll(x.dims, size => (int)size));
}
