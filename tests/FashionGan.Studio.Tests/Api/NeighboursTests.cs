using FashionGanTf.Studio.Tests.Support;
using Tensorflow.Keras.Datasets;

namespace FashionGanTf.Studio.Tests.Api;

/// <summary><c>/api/neighbours</c>: the nearest training pictures.</summary>
[TestClass]
public class NeighboursTests
{
    [TestMethod]
    public async Task TheyAreTheNearestAndInOrder()
    {
        await using var server = await ApiServer.Start();
        var answer = await server.Json("api/neighbours?picture=7.3&count=6");
        StringAssert.Contains(answer.GetProperty("distance_unit").GetString(), "Euclidean");
        var neighbours = answer.GetProperty("neighbours").EnumerateArray().ToArray();

        var picture = Pictures.Of(null, "7.3")[0].Pixels;
        var pixels = IdxFile.load(Path.Combine(Workplace.Data, "train-images-idx3-ubyte.gz")).ToArray<byte>();
        var distances = Enumerable.Range(0, pixels.Length / 784)
            .Select(i => Math.Sqrt(Enumerable.Range(0, 784).Sum(j => Math.Pow((pixels[i * 784 + j] - picture[j]) / 255.0, 2)))).ToArray();
        var nearest = Enumerable.Range(0, distances.Length).OrderBy(i => distances[i]).Take(6).ToArray();
        CollectionAssert.AreEqual(nearest, neighbours.Select(one => one.GetProperty("index").GetInt32()).ToArray());
        foreach (var (one, i) in neighbours.Zip(nearest))
        {
            Assert.AreEqual(distances[i], one.GetProperty("distance").GetDouble(), 1e-9);
            CollectionAssert
                .AreEqual(pixels[(i * 784)..((i + 1) * 784)], Pictures.Read(one.GetProperty("png").GetBytesFromBase64()).Pixels);
            Assert.AreEqual((0, "class 0"), (one.GetProperty("label").GetInt32(), one.GetProperty("label_name").GetString()));
        }
    }

    [TestMethod]
    public async Task DataWithoutLabelsHaveNeighboursToo()
    {
        var folder = Directory.CreateDirectory(Workplace.Path("unlabelled/raw")).Parent!.FullName;
        File.Copy(Path.Combine(Workplace.Data, "train-images-idx3-ubyte.gz"), Path.Combine(folder, "raw", "train-images.idx3-ubyte.gz"));
        await using var server = await ApiServer.Start(options => options with { Data = folder });
        var neighbour = (await server.Json("api/neighbours?picture=7.3&count=1")).GetProperty("neighbours")[0];
        Assert.AreEqual(System.Text.Json.JsonValueKind.Null, neighbour.GetProperty("label").ValueKind);
        Assert.AreEqual("picture", neighbour.GetProperty("label_name").GetString());
    }

    [TestMethod]
    public async Task ThereMayBeFewerThanAskedFor()
    {
        await using var server = await ApiServer.Start();
        Assert.AreEqual(40, (await server.Json("api/neighbours?picture=7.3&count=50")).GetProperty("neighbours").GetArrayLength());
    }

    [TestMethod]
    public async Task TruncationMovesThePictureThatIsCompared()
    {
        await using var server = await ApiServer.Start();
        string Distances(System.Text.Json.JsonElement answer) =>
            string.Join(' ', answer.GetProperty("neighbours").EnumerateArray().Select(one => one.GetProperty("distance")));
        Assert.AreNotEqual(Distances(await server.Json("api/neighbours?picture=7.3")),
            Distances(await server.Json("api/neighbours?picture=7.3&truncation=0.1")));
    }

    [TestMethod]
    public async Task WithoutDataItSaysHowToGetThem()
    {
        var empty = Directory.CreateDirectory(Workplace.Path("no data")).FullName;
        await using var server = await ApiServer.Start(options => options with { Data = empty });
        var problem = await server.Problem("api/neighbours?picture=7.3", 503);
        StringAssert.Contains(problem.GetProperty("detail").GetString(), "--data");
        var can = (await server.Json("api/models"))[0].GetProperty("can").EnumerateArray().Select(one => one.GetString()).ToArray();
        CollectionAssert.AreEqual(new[] { "generate", "interpolate", "truncate", "dataset" }, can);
    }

    [TestMethod]
    public async Task DamagedDataAreAProblemOfTheData()
    {
        var folder = Directory.CreateDirectory(Workplace.Path("damaged data")).FullName;
        foreach (var file in Directory.GetFiles(Workplace.Data))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        File.WriteAllBytes(Path.Combine(folder, "train-labels-idx1-ubyte.gz"), [1, 2, 3]);
        await using var server = await ApiServer.Start(options => options with { Data = folder });
        StringAssert.Contains((await server.Problem("api/neighbours?picture=7.3", 503)).GetProperty("detail").GetString(),
            "train-labels-idx1-ubyte.gz");
    }
}
