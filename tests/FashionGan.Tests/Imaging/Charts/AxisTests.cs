using FashionGanTf.Imaging.Charts;

namespace FashionGanTf.Tests.Imaging.Charts;

/// <summary>Which numbers are marked on an axis, and how they read.</summary>
[TestClass]
public class AxisTests
{
    [TestMethod]
    [DataRow(0, 1, 6, false, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [DataRow(0.5, 50.5, 11, true, "5 10 15 20 25 30 35 40 45 50")]
    [DataRow(0.5, 1.5, 11, true, "1")]
    [DataRow(0.5, 3.5, 11, true, "1 2 3")]
    [DataRow(-1, 0.6, 8, false, "-1.0 -0.8 -0.6 -0.4 -0.2 0.0 0.2 0.4 0.6")]
    [DataRow(0, 0.0667, 9, false, "0.00 0.01 0.02 0.03 0.04 0.05 0.06")]
    [DataRow(0, 23400, 6, false, "0 5000 10000 15000 20000")]
    [DataRow(0, 4e-7, 5, false, "0 1e-7 2e-7 3e-7 4e-7")]
    [DataRow(0, 3e38, 3, false, "0 1e38 2e38 3e38")]
    [DataRow(3, 3, 3, false, "2.8 3.0 3.2")]
    [DataRow(0, 0, 4, false, "-1.0 -0.5 0.0 0.5 1.0")]
    public void RoundNumbersAreMarked(double from, double to, int most, bool whole, string labels) =>
        Assert.AreEqual(labels, string.Join(' ', Axis.Of(from, to, most, whole).Labels));

    [TestMethod]
    public void MarksLieWithinAndAreNotTooMany()
    {
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var from = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-8, 9));
            var to = from + random.NextDouble() * Math.Pow(10, random.Next(-8, 9));
            var most = random.Next(2, 12);
            var axis = Axis.Of(from, to, most);
            Assert.IsLessThanOrEqualTo(most + 1, axis.Ticks.Count, $"{from} {to} {most}");
            Assert.IsTrue(axis.Ticks.All(tick => axis.Share(tick) is >= -1e-6 and <= 1 + 1e-6), $"{from} {to} {most}");
            CollectionAssert.AllItemsAreUnique(axis.Ticks.ToList());
        }
    }
}
