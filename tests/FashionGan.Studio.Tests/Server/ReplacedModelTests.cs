using FashionGanTf.Models;
using FashionGanTf.Studio.Models;
using FashionGanTf.Studio.Tests.Support;

namespace FashionGanTf.Studio.Tests.Server;

/// <summary>Drawing with a run that trains: its generator's file is replaced while it is read.</summary>
[TestClass]
public class ReplacedModelTests
{
    private const int Loads = 40;

    [TestMethod]
    public async Task TheFingerprintIsThatOfTheWeightsThatDraw()
    {
        var folder = Directory.CreateDirectory(Workplace.Path("replaced")).FullName;
        var (path, shipped) = (Path.Combine(folder, "generator.safetensors"), Path.Combine(folder, "shipped.safetensors"));
        FashionGan.Pretrained("dcgan").Save(shipped);
        string[] sources = [Workplace.Model, shipped];
        var pictures = sources.Select(StudioModel.Load).ToDictionary(model => model.Fingerprint, model => Draw(model.Gan));
        Replace(0);
        using var end = new CancellationTokenSource();
        var training = Task.Run(async () =>
        {
            // At uneven times, so that it falls into each moment of a load.
            for (var i = 1; !end.IsCancellationRequested; i++)
            {
                Replace(i % 2);
                await Task.Delay(20 + 37 * i % 101);
            }
        });
        for (var i = 0; i < Loads; i++)
        {
            var model = StudioModel.Load(path);
            CollectionAssert.AreEqual(pictures[model.Fingerprint], Draw(model.Gan), $"load {i}");
        }

        await end.CancelAsync();
        await training;

        void Replace(int source)
        {
            File.Copy(sources[source], path + ".new", overwrite: true);
            File.Move(path + ".new", path, overwrite: true);
        }
    }

    private static byte[] Draw(FashionGan gan) => gan.Generate(1, seed: 7)[0].Pixels;
}
