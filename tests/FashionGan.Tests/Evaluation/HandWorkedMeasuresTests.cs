using FashionGanTf.Evaluation.Measures;
using Tensorflow.NumPy;

namespace FashionGanTf.Tests.Evaluation;

/// <summary>Measures of a few numbers, worked out by hand.</summary>
[TestClass]
public class HandWorkedMeasuresTests
{
    [TestMethod]
    public void FrechetDistanceOfNumbersIsThatOfTheirMeansAndDeviations() =>
        // Means 1 and 5, variances 2 and 8: 16 + (√2 - √8)².
        Assert.AreEqual(18, FrechetDistance.Between(Column(0, 2), Column(3, 7)), 1e-12);

    [TestMethod]
    public void KernelDistanceOfSetsOfTwoSizes() =>
        // (xy + 1)³: 1 within the first, (1 + 1 + 27) / 3 within the second, (4 · 1 + 8 + 27) / 6 between them.
        Assert.AreEqual(1 + 29 / 3.0 - 2 * 39 / 6.0, KernelDistance.Unbiased(Column(0, 1), Column(0, 1, 2)), 1e-12);

    [TestMethod]
    public void KernelDistanceOverSubsetsOfTheWholeIsThatOfTheWhole()
    {
        // A subset has two at least.
        var (real, fake) = (Column(0, 5), Column(3, 1));
        var (mean, deviation) = KernelDistance.OverSubsets(real, fake, seed: 3);
        Assert.AreEqual(KernelDistance.Unbiased(real, fake), mean, 1e-9);
        Assert.AreEqual(0, deviation, 1e-9);
    }

    /// <summary>Subsets of a thousand of three thousand, and halves of two hundred: the estimate is unbiased, whatever is drawn.</summary>
    [TestMethod]
    [DataRow(3000)]
    [DataRow(200)]
    public void KernelDistanceOfSubsetsIsThatOfTheWholeOnAverage(int count)
    {
        var (real, fake) = (Rows(count, 4, 1), Rows(count, 4, 2, shift: 0.1f));
        var (mean, deviation) = KernelDistance.OverSubsets(real, fake, seed: 1);
        Assert.IsGreaterThan(0, deviation);
        Assert.AreEqual(KernelDistance.Unbiased(real, fake), mean, 4 * deviation / Math.Sqrt(KernelDistance.Subsets));
        Assert.AreEqual((mean, deviation), KernelDistance.OverSubsets(real, fake, seed: 1));
        Assert.AreNotEqual((mean, deviation), KernelDistance.OverSubsets(real, fake, seed: 2));
    }

    [TestMethod]
    public void RadiiReachToTheNearestOthers()
    {
        CollectionAssert.AreEqual(new float[] { 1, 1, 4, 16 }, NeighbourRadii.Squared(Column(0, 1, 3, 7), 1, default));
        CollectionAssert.AreEqual(new float[] { 9, 4, 9, 36 }, NeighbourRadii.Squared(Column(0, 1, 3, 7), 2, default));
        // A copy is another picture.
        CollectionAssert.AreEqual(new float[] { 0, 0, 9 }, NeighbourRadii.Squared(Column(2, 2, 5), 1, default));
    }

    [TestMethod]
    public void BallsCountNeighbours()
    {
        var (real, fake) = (Column(0, 1, 3), Column(0.5f, 10));
        var manifolds = Manifolds.Compare(
            real, NeighbourRadii.Squared(real, 1, default), fake, NeighbourRadii.Squared(fake, 1, default), 1, default);
        // 0.5 lies within 1 of 0 and of 1 and not within 2 of 3; 10 lies nowhere; balls of 9.5 around the fakes hold all.
        Assert.AreEqual(new Manifolds(Precision: 0.5, Recall: 1, Density: 1, Coverage: 2 / 3.0), manifolds);
    }

    [TestMethod]
    public void ManyRowsAndColumnsAreWhatAPlainLoopFinds()
    {
        // More than a block of each, with tails.
        var (rows, columns) = (Rows(300, 3, 1), Rows(4100, 3, 2));
        var (a, b) = (rows.ToArray<float>(), columns.ToArray<float>());
        double Squared(int i, int j) => Enumerable.Range(0, 3).Sum(k => Math.Pow((double)a[3 * i + k] - b[3 * j + k], 2));
        var found = NearestVectors.Find(rows, columns, default);
        var seen = new int[300];
        DistanceBlocks.Walk(rows, columns, (row, first, squared) =>
        {
            seen[row] += squared.Length;
            for (var j = 0; j < squared.Length; j++)
                Assert.AreEqual(Squared(row, first + j), squared[j], 1e-5);
        }, default);
        for (var i = 0; i < 300; i++)
        {
            Assert.AreEqual(4100, seen[i]);
            var least = Enumerable.Range(0, 4100).Min(j => Squared(i, j));
            Assert.AreEqual(Math.Sqrt(least), found.Distances[i], 1e-5);
            Assert.AreEqual(Math.Sqrt(Squared(i, found.Places[i])), found.Distances[i], 1e-12);
        }
    }

    [TestMethod]
    public void PixelsAreMadeNumbersAFewAtATime()
    {
        // All pixels of 20,000 pictures as float32 would be 63 MB.
        var pixels = new byte[20_000 * 784];
        new Random(1).NextBytes(pixels);
        var pictures = np.array(pixels).reshape((20_000, 28, 28));
        var allocated = GC.GetTotalAllocatedBytes();
        var found = NearestVectors.Find(Vectors.OfPixels(pictures["19990:"]), Vectors.OfPixels(pictures), default);
        CollectionAssert.AreEqual(Enumerable.Range(19_990, 10).ToArray(), found.Places);
        Assert.IsLessThan(16L << 20, GC.GetTotalAllocatedBytes() - allocated);
    }

    [TestMethod]
    public void ASearchThatIsStoppedEnds() =>
        Assert.ThrowsExactly<OperationCanceledException>(
            () => NearestVectors.Find(Column(0, 1), Column(2), new CancellationToken(canceled: true)));

    [TestMethod]
    public void RanksTellWhichSampleIsSmaller()
    {
        // Of four numbers: (4 - 2) / √(4 / 12 · 5) = 1.549 deviations.
        Near(1, 0.060668, RankTest.Smaller([1, 2], [3, 4]));
        Near(0, 0.939332, RankTest.Smaller([3, 4], [1, 2]));
        // Three ties take 24 / 20 from 6: (5 - 3) / √(6 / 12 · 4.8) = 1.291 deviations.
        Near(5 / 6.0, 0.098353, RankTest.Smaller([1, 2, 2], [2, 3]));
        Near(0.5, 1, RankTest.Smaller([7, 7], [7]));

        static void Near(double share, double p, RankTest test)
        {
            Assert.AreEqual(share, test.ShareSmaller, 1e-12);
            Assert.AreEqual(p, test.PValue, 1e-6);
        }
    }

    [TestMethod]
    public void CopiesStandOut()
    {
        double[] test = [.. Enumerable.Range(1, 200).Select(i => (double)i)];
        var copied = Memorisation.Of([0, 0, 0.5, 1, 2, 2.5, 3, 300], test);
        // Of 200 test distances the third is the first that 99 % reach.
        Assert.AreEqual((2, 6 / 8.0), (copied.Copies, copied.ShareVeryClose));
        Assert.IsLessThan(1e-3, copied.PValue);
        Assert.AreEqual(100.5, copied.TestMeanDistance);
        var fair = Memorisation.Of(test, test);
        Assert.AreEqual((0, 0.5), (fair.Copies, fair.ShareCloser));
        Assert.AreEqual(0.5, fair.PValue, 1e-12);
        Assert.AreEqual(0.01, fair.ShareVeryClose);
    }

    [TestMethod]
    public void ClassesAreThoseThatAreMostLikely()
    {
        var histogram = ClassHistogram
            .Of(np.array(new float[,] { { 0.5f, 0.25f, 0.25f }, { 0, 0.75f, 0.25f }, { 0.25f, 0.5f, 0.25f }, { 0.125f, 0.625f, 0.25f } }));
        CollectionAssert.AreEqual(new[] { 0.25, 0.75, 0 }, histogram.Shares);
        Assert.AreEqual((1 / 3.0 - 0.25 + 0.75 - 1 / 3.0 + 1 / 3.0) / 2, histogram.DistanceFromUniform, 1e-12);
        Assert.AreEqual((0.5 + 0.75 + 0.5 + 0.625) / 4, histogram.Confidence, 1e-12);
    }

    [TestMethod]
    public void DensitiesOfPixelsOverlapFromNothingToAll()
    {
        var mixed = PixelDensity.OfPixels(np.array(Enumerable.Range(0, 500).Select(i => (byte)(i * i)).ToArray()));
        var (black, white) = (PixelDensity.OfPixels(np.array(new byte[100])),
            PixelDensity.OfPixels(np.array(Enumerable.Repeat((byte)255, 100).ToArray())));
        Assert.AreEqual(1, Overlap(mixed, mixed), 1e-5);
        Assert.AreEqual(1, Overlap(black, black), 1e-5);
        Assert.AreEqual(0, Overlap(black, white), 1e-9);

        static double Overlap(PixelDensity a, PixelDensity b)
        {
            var grid = PixelDensity.Grid(a.Bandwidth);
            return PixelDensity.Overlap(grid, a.At(grid, a.Bandwidth), b.At(grid, a.Bandwidth));
        }
    }

    private static NDArray Column(params float[] values) => np.array(values).reshape((values.Length, 1));

    private static NDArray Rows(int count, int width, int seed, float shift = 0)
    {
        var random = new Random(seed);
        return np.array(Enumerable.Range(0, count * width).Select(_ => random.NextSingle() + shift).ToArray()).reshape((count, width));
    }
}
