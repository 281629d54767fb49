using FashionGanTf.Cli.Tests.Support;
using Tensorflow.NumPy;
using Tensorflow.Serialization;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary><c>export</c>, as people use it; what is in the files is tested where they are written.</summary>
[TestClass]
public class ExportTests
{
    [TestMethod]
    public void NetworksGoToFilesOfTheKindThatTheEndingSays()
    {
        var file = Workplace.Folder("exported.onnx");
        var sizes = new Dictionary<string, long>();
        string[] models = ["dcgan", "conditional", "classifier", Workplace.Model,
            Path.Combine(Workplace.Trained, "run", "discriminator.safetensors")];
        foreach (var model in models)
        {
            Assert.AreEqual($"{file}: an ONNX file, of {model}.\n",
                ProgramRun.Of("export", "--format", "onnx", "--model", model, "--out", file).RequireSuccess().Output);
            sizes[model] = new FileInfo(file).Length;
        }

        CollectionAssert.AllItemsAreUnique(sizes.Values);
        Assert.IsInRange(9_320_000, 9_350_000, sizes["dcgan"]);
        ProgramRun.Of("export", "--out", file).RequireSuccess();
        Assert.AreEqual(sizes["conditional"], new FileInfo(file).Length);

        var weights = Workplace.Folder("weights.npz");
        ProgramRun.Of("export", "--model", Workplace.Model, "--out", weights).RequireSuccess();
        var (arrays, expected) = (np.loadz(weights), SafeTensors.load(Workplace.Model));
        CollectionAssert.AreEquivalent(expected.names.ToArray(), arrays.Keys.ToArray());
        foreach (var name in expected.names)
            CollectionAssert.AreEqual(expected.ToArray<float>(name), arrays[name].ToArray<float>(), name);
    }

    [TestMethod]
    public void WhatIsWrongIsOneLineAndLeavesNothing()
    {
        var file = Workplace.Folder("wrong.onnx");
        ProgramRun.Of("export", "--out", Workplace.Folder("wrong.pb")).RequireFailure(2, "must end in .onnx, .npz, .weights.h5.");
        ProgramRun.Of("export", "--format", "npz", "--out", file).RequireFailure(2, "wrong.onnx: a NumPy file is written; end it in .npz.");
        ProgramRun.Of("export", "--format", "tflite", "--out", file).RequireFailure(2, "--format needs onnx, npz or keras, not 'tflite'");
        ProgramRun.Of("export", "--model", "conditional", "--out", Workplace.Folder("wrong.weights.h5"))
            .RequireFailure(1, "has layers inside; what files of Keras 3 call them is not known;");
        ProgramRun.Of("export", "--model", "stylegan", "--out", file).RequireFailure(1, "There is no file stylegan");
        ProgramRun.Of("export", "--model", Path.Combine(Workplace.Trained, "run", "checkpoint.safetensors"), "--out", file)
            .RequireFailure(1, "holds a training's checkpoint");
        ProgramRun.Of("export", "--model", Path.Combine(Workplace.Trained, "run", "config.json"), "--out", file)
            .RequireFailure(1, "is a JSON file");
        ProgramRun.Of("export", "--out", Path.Combine(Workplace.Folder("nowhere"), "a.onnx")).RequireFailure(1, "there is no folder");
        Assert.IsFalse(File.Exists(file));
    }

    [TestMethod]
    public void WeightsGoToKerasAndBack()
    {
        var (there, back) = (Workplace.Folder("there.weights.h5"), Workplace.Folder("back.safetensors"));
        ProgramRun.Of("export", "--model", Workplace.Model, "--out", there).RequireSuccess();
        Assert.AreEqual($"{back}: a generator's weights.\n",
            ProgramRun.Of("convert", "--from", there, "--out", back).RequireSuccess().Output);
        CollectionAssert.AreEqual(File.ReadAllBytes(Workplace.Model), File.ReadAllBytes(back));

        ProgramRun.Of("convert", "--from", Workplace.Model, "--out", back).RequireFailure(1, "is no file of weights that Keras wrote");
        ProgramRun.Of("convert", "--from", there + "x", "--out", back).RequireFailure(1, $"There is no file {there}x.");
        ProgramRun.Of("convert", "--from", there, "--out", Workplace.Folder("back.h5")).RequireFailure(2, "ends in .h5");
        var other = Workplace.Folder("other.weights.h5");
        ProgramRun.Of("export", "--model", Path.Combine(Workplace.Trained, "run", "discriminator.safetensors"), "--out", other)
            .RequireSuccess();
        ProgramRun.Of("convert", "--from", other, "--out", back).RequireFailure(1,
            "holds no generator of a DCGAN; the first array of each layer has the shape (6272, 1), (5, 5, 1, 64), (5, 5, 64, 128).");
    }
}
