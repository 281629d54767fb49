using System.Text;
using FashionGanTf.Fuzz.Formats;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using FashionGanTf.Training;
using Tensorflow;
using Tensorflow.Keras.Datasets;
using Tensorflow.Serialization;
using static FashionGanTf.Fuzz.Tests.Properties.Generators;

namespace FashionGanTf.Fuzz.Tests.Properties;

/// <summary>What a writer writes, its reader reads, whatever the content.</summary>
[TestClass]
public class RoundTripTests
{
    [TestMethod]
    [DataRow("array")]
    [DataRow("array.gz")]
    public void Idx(string name) => Holds(Arrays, array =>
    {
        var file = WrittenFile.Of(name, path => IdxFile.save(path, Tensor.From<byte>(array.Elements, array.Shape)));
        var read = IdxFile.Read(new MemoryStream(file), "file");
        Assert.AreEqual(array.Shape, read.Shape);
        CollectionAssert.AreEqual(array.Elements, read.Array.ToArray<byte>());
    });

    [TestMethod]
    public void Png() => Holds(Pictures, picture =>
    {
        var read = PictureReader.Decode(PngWriter.Encode(picture));
        Assert.AreEqual((picture.Width, picture.Height, picture.Channels), (read.Width, read.Height, read.Channels));
        CollectionAssert.AreEqual(picture.Pixels, read.Pixels);
    });

    [TestMethod]
    public void Weights() => Holds(Generators.Weights, weights =>
    {
        var read = Saved(weights, null);
        Assert.AreEqual(weights.Count, read.names.Count());
        foreach (var (name, values) in weights)
            CollectionAssert.AreEqual(values.Select(BitConverter.SingleToUInt32Bits).ToArray(),
                read.ToArray<float>(name).Select(BitConverter.SingleToUInt32Bits).ToArray());
    });

    [TestMethod]
    public void Metadata() => Holds(Generators.Metadata, metadata =>
        CollectionAssert.AreEquivalent(metadata.ToArray(), Saved([], metadata).metadata.ToArray()));

    [TestMethod]
    public void Configurations() => Holds(Options, options =>
    {
        var config = ConfigFormat.Config(options);
        Assert.AreEqual(config, RunConfigReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(config.ToJson())), "file"));
    });

    private static SafeTensors Saved(Dictionary<string, float[]> weights, IReadOnlyDictionary<string, string>? metadata)
    {
        var file = WrittenFile.Of("file", path =>
            SafeTensors.save(path, weights.Select(pair => (pair.Key, Tensor.From<float>(pair.Value, pair.Value.Length))), metadata));
        return SafeTensors.Read("file", new MemoryStream(file), file.Length);
    }
}
