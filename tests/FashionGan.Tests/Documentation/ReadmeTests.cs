using FashionGanTf.Callbacks;
using FashionGanTf.Datasets;
using FashionGanTf.Models;
using FashionGanTf.Tests.Support;
using Tensorflow.Keras.Callbacks;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Documentation;

/// <summary>The README's C# is C#.</summary>
[TestClass]
public class ReadmeTests
{
    public static IEnumerable<object[]> Snippets =>
        CSharpSnippet.Of(Path.Combine(AppContext.BaseDirectory, "README.md")).Select(code => new object[] { code });

    [TestMethod]
    public void TheReadmeShowsDrawingAndTraining() => Assert.HasCount(2, Snippets.ToList());

    [TestMethod]
    [DynamicData(nameof(Snippets))]
    public void EachSnippetCompiles(string code)
    {
        CSharpSnippet.Compile(code);
        var lines = code.Split('\n').Count(line => line.Trim().Length > 0 && !line.StartsWith("using ", StringComparison.Ordinal));
        Assert.IsLessThan(10, lines, "short enough to be read");
    }

    [TestMethod]
    public void TrainingFromCSharpDrawsAndSaves()
    {
        using var folder = new TemporaryFolder();
        var pictures = np.array(Enumerable.Range(0, 16 * 784).Select(i => (byte)i).ToArray()).reshape((16, 28, 28));
        var epochs = new List<int>();

        tf.set_random_seed(1);
        var gan = new FashionGan(latent_dim: 4);
        gan.compile(keras.optimizers.Adam(4e-4f, 0f), keras.optimizers.Adam(4e-4f, 0f), keras.losses.BinaryCrossentropy(from_logits: true),
            label_smoothing: 0.1f, ema_momentum: 0.999f);
        var own = new LambdaCallback(on_epoch_end: (epoch, logs) => epochs.Add(logs.Count == 6 ? epoch : -1));
        gan.fit(TrainingPictures.Batches(pictures, 8), epochs: 2, verbose: 0,
            callbacks: [new GanMonitor(gan, folder.Path, epochs: 2), own]);
        gan.Save(Path.Combine(folder.Path, "clothes.safetensors"));

        CollectionAssert.AreEqual(new[] { 0, 1 }, epochs);
        CollectionAssert.AreEqual(
            new[] { "clothes.safetensors", "epoch_01.png", "epoch_02.png" },
            Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray());
        CollectionAssert.AreEqual(gan.Generate(1, seed: 7)[0].Pixels,
            FashionGan.Load(Path.Combine(folder.Path, "clothes.safetensors")).Generate(1, seed: 7)[0].Pixels);
    }
}
