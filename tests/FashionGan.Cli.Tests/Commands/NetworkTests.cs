using System.Text.Json;
using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Imaging.Decoding;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>Other networks than the default ones are trained, go on, draw and are judged by the same commands.</summary>
[TestClass]
public class NetworkTests
{
    [TestMethod]
    [DataRow("residual", "--network residual --loss relativistic --r1 0.5 --r2 0.5 --penalty-every 2", false)]
    [DataRow("stylegan", "--network stylegan --r1 0.1 --penalty-every 2 --beta2 0.99 --label-smoothing 0", true)]
    [DataRow("normalised", "--spectral-norm --attention 14 --loss hinge --label-smoothing 0", true)]
    [DataRow("attentive", "--attention 14 --loss hinge --diffaugment translation", true)]
    public void ARunGoesItsWay(string name, string options, bool isAccuracyKnown)
    {
        var (folder, sheet, json) = (Workplace.Folder(name), Workplace.Folder($"{name}.png"), Workplace.Folder($"{name}.json"));
        string[] train = ["train", "--data", Workplace.Data, "--out", folder, "--batch-size", "16", "--latent-dim", "4"];
        ProgramRun.Of([.. train, "--epochs", "1", .. options.Split(' ')]).RequireSuccess();
        ProgramRun.Of("train", "--resume", "--out", folder, "--epochs", "2").RequireSuccess();
        Assert.HasCount(3, File.ReadAllLines(Path.Combine(folder, "run", "history.csv")));

        var model = Path.Combine(folder, "run", "generator.safetensors");
        ProgramRun.Of("generate", "--model", model, "--grid", "3x2", "--out", sheet).RequireSuccess();
        Assert.AreEqual((3 * 28, 2 * 28), (PictureReader.Read(sheet).Width, PictureReader.Read(sheet).Height));

        // By the run, or by its generator, beside which the discriminator lies.
        string[] subject = isAccuracyKnown ? ["--model", model, "--data", Workplace.Data] : ["--run", folder];
        ProgramRun.Of(["evaluate", .. subject, "--count", "12", "--out", Workplace.Folder($"{name} judged"), "--json", json])
            .RequireSuccess();
        // A logit of the relativistic loss has no border between real and drawn.
        Assert.AreEqual(isAccuracyKnown ? JsonValueKind.Object : JsonValueKind.Null,
            JsonDocument.Parse(File.ReadAllText(json)).RootElement.GetProperty("discriminator_accuracy").ValueKind);
    }
}
