using FashionGanTf.Datasets.Sources;

namespace FashionGanTf.Tests.Datasets.Sources;

/// <summary>What parquet files say of themselves is held against the types that fields have.</summary>
[TestClass]
public class ThriftStructureTests
{
    [TestMethod]
    // Version 2, an empty list of schema elements, three rows; then a field that nobody knows.
    [DataRow("1504 190C 1606 00", 7)]
    [DataRow("1504 190C 1606 F5 64 00", 9)]
    // A list of no elements may have any type, as some programs write.
    [DataRow("1504 1900 00", 5)]
    public void WhatIsAsItOughtToBeIsWalkedThrough(string bytes, int length)
    {
        var structure = Structure(bytes + "FFFF");
        structure.Walk(ThriftShape.Footer);
        Assert.AreEqual(length, structure.Length);
    }

    [TestMethod]
    [DataRow("1504 1504 00", DisplayName = "a number where a list ought to be")]
    [DataRow("1504 1918 0161 00", DisplayName = "texts where structures ought to be")]
    [DataRow("1504 191C 1804 41424344 00 00", DisplayName = "a text where a number of a schema's element ought to be")]
    [DataRow("1504 19FC FFFFFFFF07", DisplayName = "more elements than bytes")]
    [DataRow("1504", DisplayName = "an end before the end")]
    public void WhatIsNotIsDamage(string bytes) =>
        Assert.ThrowsExactly<InvalidDataException>(() => Structure(bytes).Walk(ThriftShape.Footer));

    [TestMethod]
    public void NumbersAreKeptByTheirIds()
    {
        // PageHeader: kind 0, 20 bytes unpacked, 12 packed, a data page's head with 7 values.
        Span<long> numbers = stackalloc long[4];
        Span<long> inside = stackalloc long[9];
        Structure("1500 1528 1518 2C 150E 1500 1506 1506 00 00").Walk(ThriftShape.Page, numbers, inside);
        CollectionAssert.AreEqual(new long[] { 0, 0, 20, 12 }, numbers.ToArray());
        Assert.AreEqual(7, inside[5]);
    }

    private static ThriftStructure Structure(string bytes) => new(Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal)));
}
