using FashionGanTf.Cli.CommandLine;

namespace FashionGanTf.Cli.Tests.CommandLine;

/// <summary>Grids as users write them.</summary>
[TestClass]
public class GridSizeTests
{
    [TestMethod]
    [DataRow(1, 1, 1)]
    [DataRow(2, 2, 1)]
    [DataRow(5, 3, 2)]
    [DataRow(8, 4, 2)]
    [DataRow(10, 4, 3)]
    [DataRow(12, 4, 3)]
    [DataRow(24, 6, 4)]
    [DataRow(64, 8, 8)]
    [DataRow(65, 9, 8)]
    public void TheDefaultIsNearlySquare(int count, int columns, int rows) =>
        Assert.AreEqual(new GridSize(columns, rows), GridSize.For(count));

    [TestMethod]
    public void ColumnsComeFirst()
    {
        Assert.IsTrue(GridSize.TryParse("10x4", out var size));
        Assert.AreEqual(new GridSize(10, 4), size);
        foreach (var wrong in new[] { "", "x", "4", "4x", "-1x4", "4x4x4", "1001x1", "4 x 4", "99999999999x1" })
            Assert.IsFalse(GridSize.TryParse(wrong, out _), wrong);
    }
}
