using FashionGanTf.Studies;

namespace FashionGanTf.Tests.Studies;

/// <summary>Student's interval of paired differences, by hand.</summary>
[TestClass]
public class PairedIntervalTests
{
    [TestMethod]
    public void TheIntervalIsStudents()
    {
        // Differences 1, 2, 3: mean 2, s = 1; tables of Student's t give 4.3027 for 0.975 and two degrees of freedom.
        var interval = PairedInterval.Of([10, 20, 30], [11, 22, 33]);
        Assert.AreEqual(2, interval.Mean, 1e-12);
        Assert.AreEqual(4.302653 / Math.Sqrt(3), interval.HalfWidth, 1e-6);
        Assert.IsFalse(interval.IsClear);
        // Five: 0.1, 0.1, 0.2, 0.2, 0.4; mean 0.2, s^2 = (0.01 + 0.01 + 0 + 0 + 0.04) / 4 = 0.015; t(0.975; 4) = 2.7764.
        var five = PairedInterval.Of([0, 0, 0, 0, 0], [0.1, 0.1, 0.2, 0.2, 0.4]);
        Assert.AreEqual(0.2, five.Mean, 1e-12);
        Assert.AreEqual(2.776445 * Math.Sqrt(0.015 / 5), five.HalfWidth, 1e-6);
        Assert.IsTrue(five.IsClear);
        Assert.AreEqual("+20.0 ± 15.2", five.ToString());
    }

    [TestMethod]
    public void DifferencesThatAreEqualLeaveNoDoubt() =>
        Assert.AreEqual(new PairedInterval(-0.5, 0), PairedInterval.Of([1, 2, 3], [0.5, 1.5, 2.5]));

    [TestMethod]
    public void OnePairIsTooFew() => StringAssert.Contains(
        Assert.ThrowsExactly<ArgumentException>(() => PairedInterval.Of([1], [2])).Message, "needs two pairs at least");
}
