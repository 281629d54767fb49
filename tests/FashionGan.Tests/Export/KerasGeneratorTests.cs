using FashionGanTf.Export;
using FashionGanTf.Imaging;
using FashionGanTf.Models;

namespace FashionGanTf.Tests.Export;

/// <summary>The generator of TensorFlow's tutorial, from Keras' files; keras/make.py has made them.</summary>
[TestClass]
public class KerasGeneratorTests
{
    private static readonly string s_files = Path.Combine(AppContext.BaseDirectory, "keras");

    [TestMethod]
    [DataRow("tutorial.weights.h5")]
    [DataRow("tutorial.h5")]
    public void TheTutorialsGeneratorIsOurs(string file)
    {
        var gan = KerasGenerator.Load(Path.Combine(s_files, file));
        Assert.AreEqual((PictureShape.FashionMnist, 100, false), (gan.Picture, gan.LatentDim, gan.IsConditional));
        foreach (var (name, variable) in gan.Generator.named_weights)
        {
            var isNearOne = name.EndsWith("gamma", StringComparison.Ordinal) || name.EndsWith("moving_variance", StringComparison.Ordinal);
            var values = variable.AsTensor().ToArray<float>();
            for (var i = 0; i < values.Length; i++)
                if (values[i] != (isNearOne ? 1 + (i % 31 - 15) / 64f : (i % 31 - 15) / 512f))
                    Assert.Fail($"{name}, element {i}: {values[i]}");
        }

        Assert.IsGreaterThan(20, gan.Generate(1, seed: 1)[0].Pixels.Distinct().Count());
    }

    [TestMethod]
    public void WhatIsNoGeneratorIsOneLine()
    {
        static FashionGan Load(params string[] path) => KerasGenerator.Load(Path.Combine([s_files, .. path]));
        StringAssert.StartsWith(Assert.ThrowsExactly<FileNotFoundException>(() => Load("no.h5")).Message, "There is no file");
        StringAssert.EndsWith(Assert.ThrowsExactly<InvalidDataException>(() => Load("..", "README.md")).Message,
            "is no file of weights that Keras wrote: a .weights.h5, .keras or .h5 file is.");
    }
}
