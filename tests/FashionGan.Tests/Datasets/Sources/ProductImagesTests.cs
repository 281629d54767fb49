using FashionGanTf.Datasets.Sources;
using FashionGanTf.Tests.Support;

namespace FashionGanTf.Tests.Datasets.Sources;

/// <summary>Pictures of products with their table.</summary>
[TestClass]
public sealed class ProductImagesTests : IDisposable
{
    /// <summary>As the published table: names with commas stand without quotes in some rows.</summary>
    private const string Table = """
        id,gender,masterCategory,subCategory,articleType,baseColour,season,year,usage,productDisplayName
        15970,Men,Apparel,Topwear,Shirts,Navy Blue,Fall,2011,Casual,Turtle Check Men Navy Blue Shirt
        39386,Men,Apparel,Bottomwear,Jeans,Blue,Summer,2012,Casual,Peter England Men Party Blue Jeans
        59263,Women,Accessories,Watches,Watches,Silver,Winter,2016,Casual,Titan Women Silver Watch, with Box, 15" Strap
        21379,Men,Apparel,Bottomwear,Track Pants,Black,Fall,2011,Casual,"Manchester United, Men Solid Black Track Pants"
        53759,Men,"Apparel",Topwear,Tshirts,Grey,Summer,2012,Casual,Puma Men Grey T-shirt
        1855,Men,Apparel,Topwear,Tshirts,Grey,Summer
        12345,Men,Footwear,Shoes,Casual Shoes,Black,Summer,2011,Casual,Lost Shoe
        15970,Men,Apparel,Topwear,Shirts,Navy Blue,Fall,2011,Casual,The same again
        30805,Men,,Topwear,Shirts,Green,Summer,2012,Ethnic,No Category

        """;

    private readonly TemporaryFolder _folder = new();

    public ProductImagesTests()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "styles.csv"), Table);
        Clothing.Copy(Path.Combine(_folder.Path, "images"), "15970.jpg", "39386.jpg", "59263.jpg", "21379.jpg", "53759.jpg", "99.jpg",
            "30805.jpg");
        // Beside it, as in the published archive, where everything lies twice.
        Clothing.Copy(Path.Combine(_folder.Path, "myntradataset"), "images/15970.jpg");
    }

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void ClassesComeFromTheTable()
    {
        var found = PictureSources.Find(_folder.Path);
        Assert.AreEqual("product images, classes from the column masterCategory of styles.csv", found.Layout);
        CollectionAssert.AreEqual(new[]
        {
            "images/59263.jpg Accessories", "images/15970.jpg Apparel", "images/39386.jpg Apparel", "images/21379.jpg Apparel",
            "images/53759.jpg Apparel",
        }, Clothing.Of(found, found.Train, _folder.Path));
        CollectionAssert.AreEqual(new[]
        {
            "styles.csv, id 12345: there is no picture of it", "styles.csv, id 15970: another row has the same id",
            "styles.csv, line 7: it has fewer values than the table has columns", "images/99.jpg: styles.csv has no row for it",
            "images/30805.jpg: it has no label",
        }, Clothing.LeftOut(found, _folder.Path));
    }

    [TestMethod]
    public void AnotherColumnMayBeAskedFor()
    {
        var found = PictureSources.Find(_folder.Path, new SourceOptions("articletype"));
        Assert.AreEqual("product images, classes from the column articleType of styles.csv", found.Layout);
        CollectionAssert.AreEqual(new[] { "Jeans", "Shirts", "Track Pants", "Tshirts", "Watches" }, found.Classes.ToList());
        // The last column takes what its commas part.
        var names = PictureSources.Find(_folder.Path, new SourceOptions("productDisplayName")).Classes;
        CollectionAssert.Contains(names.ToList(), "Titan Women Silver Watch, with Box, 15\" Strap");
        CollectionAssert.Contains(names.ToList(), "Manchester United, Men Solid Black Track Pants");
    }

    [TestMethod]
    public void WhatIsMissingIsSaidInOneLine()
    {
        Assert.AreEqual($"{Path.Combine(_folder.Path, "styles.csv")} has no column colour; it has id, gender, masterCategory, " +
            "subCategory, articleType, baseColour, season, year, usage, productDisplayName.",
            Assert.ThrowsExactly<InvalidDataException>(() => PictureSources.Find(_folder.Path, new SourceOptions("colour"))).Message);
        Directory.Delete(Path.Combine(_folder.Path, "images"), recursive: true);
        Assert.AreEqual($"{_folder.Path} has styles.csv, and no folder images/ with the pictures.",
            Assert.ThrowsExactly<InvalidDataException>(() => PictureSources.Find(_folder.Path)).Message);
    }
}
