using System.IO.Compression;
using FashionGanTf.Conditions;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Tests.Support;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;
using Tensorflow.Serialization;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Models;

/// <summary>A file that is no generator's is told by what it is.</summary>
[TestClass]
public class LoadTests
{
    private const string Expected =
        "expected was a generator's weights, as FashionGan.Save writes them and a run leaves them in run/generator.safetensors.";

    private static readonly Dictionary<string, Action<string>> s_files = new()
    {
        ["is a PNG picture"] = path => PngWriter.Write(path, new Bitmap(1, 1, 1, [0])),
        ["is an IDX array"] = path => IdxFile.save(path, np.array(new byte[3])),
        ["is a gzip file"] = path =>
        {
            using var file = new GZipStream(File.Create(path), CompressionLevel.Fastest);
            file.Write("many bytes that gzip makes fewer"u8);
        },
        ["is a JSON file"] = path => File.WriteAllText(path, "{ \"options\": null }"),
        ["is an empty file"] = path => File.WriteAllText(path, ""),
        ["holds a discriminator's weights"] = path => new FashionGan().Discriminator.save_weights(path),
        ["holds a training's checkpoint, which train --resume reads"] = path =>
            SafeTensors.save(path, [("generator/dense/kernel", tf.zeros((2, 12544)))],
                new Dictionary<string, string> { ["format"] = "fashion-gan checkpoint" }),
        ["holds no tensors"] = path => SafeTensors.save(path, []),
        ["holds no generator: it has no 'dense/kernel', but 'a'"] = path => SafeTensors.save(path, [("a", tf.zeros(2))]),
        ["holds no generator: its 'dense/kernel' has the shape (2, 3), not (N, 8192), (N, 12544) or (N, 25088) with N up to 8192"] =
            path => SafeTensors.save(path, [("a", tf.zeros((2, 12544))), ("dense/kernel", tf.zeros((2, 3)))]),
        ["holds no generator of pictures of 28, 32, 56, 64, 112 or 128 pixels a side: its layers 'conv2d_transpose' have no kernels"] =
            path => SafeTensors.save(path, [("dense/kernel", tf.zeros((2, 12544)))]),
        ["holds no generator of pictures of 28, 32, 56, 64, 112 or 128 pixels a side: its layers 'conv2d_transpose' have the kernels " +
            "(5, 5, 1, 2)"] = path => SafeTensors.save(path,
                [("conv2d_transpose/kernel", tf.zeros((5, 5, 1, 2))), ("dense/kernel", tf.zeros((2, 8192)))]),
        ["holds no generator of pictures of 28, 32, 56, 64, 112 or 128 pixels a side from up to 8192 numbers: its " +
            "'generative_basis/basis' has the shape (7, 7, 4), its 'generative_basis/linear' (2, 4), and it has 0 residual blocks"] =
            path => SafeTensors.save(path,
                [("generative_basis/basis", tf.zeros((7, 7, 4))), ("generative_basis/linear", tf.zeros((2, 4)))]),
        ["holds no generator of pictures of 28, 32, 56, 64, 112 or 128 pixels a side from up to 8192 numbers: its " +
            "'learned_constant/constant' has the shape (7, 7, 4), its 'mapping_network/equalized_dense/kernel' (2, 4), and maps of 0 " +
            "sizes give a picture"] = path => SafeTensors.save(path,
                [("learned_constant/constant", tf.zeros((7, 7, 4))), ("mapping_network/equalized_dense/kernel", tf.zeros((2, 4)))]),
    };

    public static IEnumerable<object[]> Kinds => s_files.Keys.Select(kind => new object[] { kind });

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void AWrongFileSaysWhatItIs(string kind)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "file");
        s_files[kind](path);
        var error = Assert.ThrowsExactly<InvalidDataException>(() => FashionGan.Load(path));
        Assert.AreEqual($"{path} {kind}; {Expected}", error.Message);
    }

    [TestMethod]
    [DataRow(float.NaN)]
    [DataRow(float.PositiveInfinity)]
    [DataRow(float.NegativeInfinity)]
    public void WeightsThatAreNotFiniteAreRefused(float value)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "file");
        var gan = new FashionGan(latent_dim: 2);
        var (name, weight) = gan.Generator.named_weights[^1];
        var values = weight.AsTensor().ToArray<float>();
        values[^1] = value;
        weight.assign(np.array(values).reshape(weight.shape));
        gan.Save(path);
        var error = Assert.ThrowsExactly<InvalidDataException>(() => FashionGan.Load(path));
        Assert.AreEqual($"{path} holds numbers that are not finite, in '{name}': the training diverged; use the weights of an earlier one.",
            error.Message);
    }

    [TestMethod]
    public void AGeneratorThatAnotherToolWroteAgainDrawsTheSame()
    {
        using var folder = new TemporaryFolder();
        var (path, again) = (Path.Combine(folder.Path, "file"), Path.Combine(folder.Path, "again"));
        var gan = new FashionGan(latent_dim: 7);
        gan.Save(path);
        RewrittenFile.Write(path, again, "format", "another tool");
        var loaded = FashionGan.Load(again);
        Assert.AreEqual(7, loaded.LatentDim);
        foreach (var (one, other) in gan.Generate(5, 3).Zip(loaded.Generate(5, 3)))
            CollectionAssert.AreEqual(one.Pixels, other.Pixels);
    }

    [TestMethod]
    public void ADiscriminatorThatAnotherToolWroteAgainIsTheSame()
    {
        using var folder = new TemporaryFolder();
        var (path, again) = (Path.Combine(folder.Path, "file"), Path.Combine(folder.Path, "again"));
        var discriminator = new FashionGan().Discriminator;
        discriminator.save_weights(path);
        RewrittenFile.Write(path, again, "format", "another tool");
        foreach (var (one, other) in discriminator.named_weights.Zip(DiscriminatorFile
            .Load(again, ClassNames.None, PictureShape.FashionMnist).named_weights))
            CollectionAssert.AreEqual(one.Variable.AsTensor().ToArray<float>(), other.Variable.AsTensor().ToArray<float>(), one.Name);
        StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(() => FashionGan.Load(again)).Message,
            "holds a discriminator's weights");
    }

    /// <summary>By the names and the shapes of its weights, in whatever order they lie.</summary>
    [TestMethod]
    [DataRow("dcgan", 28, 1, 0, 0)]
    [DataRow("dcgan", 28, 3, 0, 0)]
    [DataRow("dcgan", 32, 3, 2, 0)]
    [DataRow("dcgan", 56, 1, 0, 0)]
    [DataRow("dcgan", 64, 3, 0, 0)]
    [DataRow("dcgan", 112, 3, 0, 0)]
    [DataRow("dcgan", 128, 1, 0, 0)]
    [DataRow("dcgan", 28, 1, 0, 14)]
    [DataRow("dcgan", 64, 3, 2, 8)]
    [DataRow("dcgan", 64, 1, 0, 32)]
    [DataRow("dcgan", 128, 1, 0, 8)]
    [DataRow("dcgan", 28, 1, 0, 0, true)]
    [DataRow("dcgan", 64, 3, 2, 8, true)]
    [DataRow("residual", 28, 1, 0, 0)]
    [DataRow("residual", 28, 1, 10, 0)]
    [DataRow("residual", 56, 3, 0, 0)]
    [DataRow("residual", 64, 3, 2, 0)]
    [DataRow("residual", 128, 1, 0, 0)]
    [DataRow("stylegan", 28, 1, 0, 0)]
    [DataRow("stylegan", 28, 1, 10, 0)]
    [DataRow("stylegan", 32, 3, 0, 0)]
    [DataRow("stylegan", 56, 3, 2, 0)]
    [DataRow("stylegan", 64, 1, 0, 0)]
    [DataRow("stylegan", 112, 1, 0, 0)]
    [DataRow("stylegan", 128, 3, 0, 0)]
    public void AFileSaysWhatItsNetworkDraws(
        string network, int size, int channels, int classes, int attention, bool spectralNorm = false)
    {
        using var folder = new TemporaryFolder();
        var (path, again) = (Path.Combine(folder.Path, "file"), Path.Combine(folder.Path, "again"));
        var gan = new FashionGan(
            latent_dim: 3, classes, new PictureShape(size, channels), network, attention == 0 ? null : attention, spectralNorm);
        gan.Save(path);
        RewrittenFile.Write(path, again, "format");
        var loaded = FashionGan.Load(again);
        Assert.AreEqual((gan.Picture, 3, classes), (loaded.Picture, loaded.LatentDim, loaded.Classes.Count));
        CollectionAssert.AreEqual(gan.Generate(1, seed: 4)[0].Pixels, loaded.Generate(1, seed: 4)[0].Pixels);

        gan.Discriminator.save_weights(path);
        RewrittenFile.Write(path, again, "format");
        var judge = DiscriminatorFile.Load(again, gan.Classes, gan.Picture);
        foreach (var (one, other) in gan.Discriminator.named_weights.Zip(judge.named_weights))
            CollectionAssert.AreEqual(one.Variable.AsTensor().ToArray<float>(), other.Variable.AsTensor().ToArray<float>(), one.Name);
        Assert.HasCount(gan.Discriminator.Weights.Count, judge.Weights);
        StringAssert.Contains(
            Assert.ThrowsExactly<InvalidDataException>(() => FashionGan.Load(again)).Message, "a discriminator's weights");
        var others = new PictureShape(size == 28 ? 32 : 28, channels);
        Assert.AreEqual($"{again} is the discriminator of pictures of {gan.Picture}; the pictures are {others}.",
            Assert.ThrowsExactly<InvalidDataException>(() => DiscriminatorFile.Load(again, gan.Classes, others)).Message);
    }

    [TestMethod]
    public void AGeneratorThatLacksATensorIsRefused()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "file");
        var weights = new FashionGan(latent_dim: 2).Generator.named_weights;
        SafeTensors.save(path, weights.Skip(1).Select(weight => (weight.Name, weight.Variable.AsTensor()))
            .Append(("dense/kernel", tf.zeros((2, 12544)))).Where(weight => weight.Item1 != "batch_normalization/gamma"));
        var error = Assert.ThrowsExactly<InvalidDataException>(() => FashionGan.Load(path));
        StringAssert.Contains(error.Message, $"{path} does not fit model 'generator': ");
    }
}
