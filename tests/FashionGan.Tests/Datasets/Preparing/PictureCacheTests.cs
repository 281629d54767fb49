using FashionGanTf.Datasets.Preparing;
using FashionGanTf.Imaging;
using FashionGanTf.Tests.Imaging.Decoding;
using FashionGanTf.Tests.Support;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Datasets.Preparing;

/// <summary>Packed files: made once, whole or not at all, and never trusted unseen.</summary>
[TestClass]
public class PictureCacheTests
{
    private static readonly Preparation s_small = new(4);

    [TestMethod]
    public void PicturesAreMadeOnceAndReadByNumber()
    {
        using var folder = new TemporaryFolder();
        var decoded = 0;
        var pictures = Enumerable.Range(0, 100).Select(i => new SourcePicture($"{i}", i % 3)
        {
            Pixels = () =>
            {
                Interlocked.Increment(ref decoded);
                return Plain(i, i, (byte)(i + 1));
            },
        }).ToArray();
        var told = new List<(int, int)>();
        using (var made = PictureCache.Prepare(pictures, s_small, progress: (done, all) => told.Add((done, all)), folder: folder.Path))
        {
            Assert.AreEqual((100, new PictureShape(4, 3)), (made.Count, made.Shape));
            CollectionAssert.AreEqual(pictures.Select(picture => (byte)picture.Label).ToArray(), made.Labels);
            CollectionAssert.AreEqual(Enumerable.Range(1, 100).Select(done => (done, 100)).ToArray(), told);
        }

        using var kept = PictureCache.Prepare(pictures, s_small, folder: folder.Path);
        Assert.AreEqual(100, decoded);
        var pixels = new byte[3 * 48];
        kept.Read([99, 0, 99], pixels);
        CollectionAssert.AreEqual(new byte[] { 99, 99, 100, 0, 0, 1, 99, 99, 100 },
            new[] { 0, 48, 96 }.SelectMany(at => pixels[at..(at + 3)]).ToArray());
        Assert.AreEqual("(2, 4, 4, 3)", kept.First(2).shape.ToString());
        Assert.AreEqual(kept.First(100).shape[0], kept.First(1000).shape[0]);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => kept.Read([100], pixels));
        Assert.HasCount(1, Directory.GetFileSystemEntries(folder.Path), "no lock and no half-written file stay behind");
    }

    [TestMethod]
    public void FewerPicturesAreAPartOfAll()
    {
        using var folder = new TemporaryFolder();
        using var all = PictureCache.Prepare(Gray(10), s_small, folder: folder.Path);
        using var five = PictureCache.Prepare(Gray(5), s_small, folder: folder.Path);
        var part = (PackedPictures)all.Take(5);
        Assert.AreEqual(five.Sha256(), part.Sha256());
        Assert.AreNotEqual(all.Sha256(), part.Sha256());
        CollectionAssert.AreEqual(five.Labels, part.Labels);
        Assert.AreEqual(Datasets.RowsTests.Sha256(all.First(10)), all.Sha256());
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => part.Read([5], new byte[16]));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(57)]
    [DataRow(99)]
    public void OnePictureInColourMakesAllColour(int place)
    {
        using var folder = new TemporaryFolder();
        var pictures = Gray(100);
        using (var gray = PictureCache.Prepare(pictures, s_small, folder: folder.Path))
            Assert.AreEqual(new PictureShape(4, 1), gray.Shape);
        pictures[place] = new SourcePicture("in colour", 1) { Pixels = () => Plain(9, 8, 7) };
        using var colour = PictureCache.Prepare(pictures, s_small, folder: folder.Path);
        Assert.AreEqual(new PictureShape(4, 3), colour.Shape);
        var pixels = new byte[48];
        for (var i = 0; i < 100; i++)
        {
            colour.Read([i], pixels);
            var expected = i == place ? new byte[] { 9, 8, 7 } : [(byte)i, (byte)i, (byte)i];
            CollectionAssert.AreEqual(Enumerable.Repeat(expected, 16).SelectMany(pixel => pixel).ToArray(), pixels, $"{i}");
        }

        using var asked = PictureCache.Prepare(pictures, s_small with { Channels = 1 }, folder: folder.Path);
        Assert.AreEqual(new PictureShape(4, 1), asked.Shape);
    }

    [TestMethod]
    public void NumbersOfThreadsMakeTheSameFile()
    {
        var files = new List<byte[]>();
        var before = tf.config.threading.get_intra_op_parallelism_threads();
        try
        {
            foreach (var threads in new[] { 1, 2, 7 })
            {
                using var folder = new TemporaryFolder();
                tf.config.threading.set_intra_op_parallelism_threads(threads);
                PictureCache.Prepare(Photographs(), new Preparation(28), skipBroken: true, folder: folder.Path).Dispose();
                files.Add(File.ReadAllBytes(Directory.GetFiles(folder.Path).Single()));
            }
        }
        finally
        {
            tf.config.threading.set_intra_op_parallelism_threads(before);
        }

        CollectionAssert.AreEqual(files[0], files[1]);
        CollectionAssert.AreEqual(files[0], files[2]);
    }

    [TestMethod]
    public void ABrokenPictureStopsWithItsName()
    {
        using var folder = new TemporaryFolder();
        var broken = Path.Combine(folder.Path, "half.jpg");
        File.WriteAllBytes(broken, TestPictures.Bytes("dress.jpg")[..3000]);
        SourcePicture[] pictures = [.. Photographs(), SourcePicture.OfFile(new FileInfo(broken)), new("later", 5) { Pixels = () =>
            throw new InvalidDataException("is broken, too.") }];
        var cache = Path.Combine(folder.Path, "cache");
        const string Why = "cut short: the JPEG data have no end.";
        var message = $"{broken}: {Why} Take the file away, or leave out what is broken with --skip-broken.";
        Assert.AreEqual(message,
            Assert.ThrowsExactly<InvalidDataException>(() => PictureCache.Prepare(pictures, s_small, folder: cache)).Message);
        Assert.IsEmpty(Directory.GetFileSystemEntries(cache));

        using (var without = PictureCache.Prepare(pictures, s_small, skipBroken: true, folder: cache))
        {
            Assert.AreEqual(pictures.Length - 2, without.Count);
            CollectionAssert.AreEqual(new LeftOut[] { new(broken, Why), new("later", "is broken, too.") },
                without.Broken.ToArray());
        }

        // What is kept without it is no answer to who wants to know.
        Assert.AreEqual(message,
            Assert.ThrowsExactly<InvalidDataException>(() => PictureCache.Prepare(pictures, s_small, folder: cache)).Message);
        Assert.AreEqual("None of 2 pictures can be decoded.", Assert.ThrowsExactly<InvalidDataException>(
            () => PictureCache.Prepare(pictures[^2..], s_small, skipBroken: true, folder: cache)).Message);
    }

    [TestMethod]
    public void APictureThatCannotBeReadStopsEvenThen()
    {
        using var folder = new TemporaryFolder();
        SourcePicture[] pictures = [.. Gray(3), new(Path.Combine(folder.Path, "gone.jpg"))];
        Assert.ThrowsExactly<FileNotFoundException>(
            () => PictureCache.Prepare(pictures, s_small, skipBroken: true, folder: Path.Combine(folder.Path, "cache")));
    }

    [TestMethod]
    public void EveryDamageIsFoundAndMended()
    {
        using var folder = new TemporaryFolder();
        string sha256;
        using (var made = PictureCache.Prepare(Gray(3), s_small, folder: folder.Path))
            sha256 = made.Sha256();
        var path = Directory.GetFiles(folder.Path).Single();
        var whole = File.ReadAllBytes(path);
        var damages = Enumerable.Range(0, whole.Length).Select(at =>
        {
            var damaged = (byte[])whole.Clone();
            damaged[at] ^= 0x10;
            return damaged;
        }).Concat(Enumerable.Range(0, whole.Length).Select(length => whole[..length])).Append([.. whole, 0]);
        foreach (var damaged in damages)
        {
            File.WriteAllBytes(path, damaged);
            Assert.IsNull(PackedPictures.Open(path));
        }

        using var mended = PictureCache.Prepare(Gray(3), s_small, folder: folder.Path);
        Assert.AreEqual(sha256, mended.Sha256());
        CollectionAssert.AreEqual(whole, File.ReadAllBytes(path));
    }

    [TestMethod]
    public void AnotherFileAnotherTimeAnotherWayIsAnotherKey()
    {
        var picture = new SourcePicture("a", 1) { Length = 5, Modified = DateTime.UnixEpoch };
        SourcePicture[] others = [picture with { Label = 2 }, picture with { Length = 6 }, picture with { Name = "b" },
            picture with { Modified = DateTime.UnixEpoch.AddTicks(1) }, picture with { Box = new(1, 2, 3, 4) }];
        Preparation[] ways = [s_small with { Size = 5 }, s_small with { Channels = 1 }, s_small with { Fit = Fit.Contain },
            s_small with { Background = Background.Of(0, 0, 0) }];
        string[] keys = [PictureCache.Key([picture], s_small), PictureCache.Key([picture, picture], s_small),
            .. others.Select(other => PictureCache.Key([other], s_small)), .. ways.Select(way => PictureCache.Key([picture], way))];
        CollectionAssert.AllItemsAreUnique(keys);
        Assert.AreEqual(keys[0], PictureCache.Key([picture with { }], s_small));
    }

    [TestMethod]
    public void WhoIsStoppedLeavesNothing()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => PictureCache.Prepare(Gray(200), s_small,
            progress: (done, _) => { if (done == 20) stop.Cancel(); }, folder: folder.Path, stop: stop.Token));
        Assert.IsEmpty(Directory.GetFileSystemEntries(folder.Path));
    }

    /// <summary>Two processes want the same pictures: one makes them, the other waits and takes them.</summary>
    [TestMethod]
    public void TwoAtOnceMakeOneFile()
    {
        using var folder = new TemporaryFolder();
        var decoded = 0;
        using var begun = new ManualResetEventSlim();
        var pictures = Enumerable.Range(0, 50).Select(i => new SourcePicture($"{i}")
        {
            Pixels = () =>
            {
                begun.Set();
                Interlocked.Increment(ref decoded);
                Thread.Sleep(2);
                return Plain(1, 2, 3);
            },
        }).ToArray();
        var first = Task.Run(() => PictureCache.Prepare(pictures, s_small, folder: folder.Path));
        begun.Wait();
        using var second = PictureCache.Prepare(pictures, s_small, folder: folder.Path);
        using var made = first.Result;
        Assert.AreEqual(50, decoded);
        Assert.AreEqual(made.Sha256(), second.Sha256());
    }

    [TestMethod]
    public void WhatAKilledProcessLeftIsTakenAway()
    {
        using var folder = new TemporaryFolder();
        var half = Path.Combine(folder.Path, PictureCache.Key(Gray(3), s_small) + ".pack.abcdefgh.xyz.tmp");
        File.WriteAllText(half, "half");
        PictureCache.Prepare(Gray(3), s_small, folder: folder.Path).Dispose();
        Assert.IsFalse(File.Exists(half));
    }

    [TestMethod]
    public void AFolderThatCannotBeIsNamed()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        File.WriteAllText(file, "no folder");
        var error = Assert.ThrowsExactly<IOException>(() => PictureCache.Prepare(Gray(3), s_small, folder: Path.Combine(file, "cache")));
        StringAssert.Contains(error.Message, $"{file} is a file");
        StringAssert.Contains(error.Message, "XDG_CACHE_HOME");
    }

    private static SourcePicture[] Gray(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new SourcePicture($"{i}", i % 3) { Pixels = () => Plain(i, i, (byte)i) })];

    private static SourcePicture[] Photographs() => [.. Enumerable.Repeat(new[] { "dress.jpg", "orientation-6.jpg", "shoes.jpg" }, 5)
        .SelectMany(names => names).Select((name, i) => SourcePicture.OfFile(new FileInfo(TestPictures.PathOf(name)), i % 3))];

    /// <summary>A picture of one colour.</summary>
    private static Bitmap Plain(int red, int green, byte blue) =>
        new(4, 4, 3, [.. Enumerable.Repeat(new[] { (byte)red, (byte)green, blue }, 16).SelectMany(pixel => pixel)]);
}
