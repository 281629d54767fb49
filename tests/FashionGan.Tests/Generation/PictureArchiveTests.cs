using System.IO.Compression;
using FashionGanTf.Conditions;
using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using FashionGanTf.Tests.Support;

namespace FashionGanTf.Tests.Generation;

/// <summary>ZIP files of pictures.</summary>
[TestClass]
public class PictureArchiveTests
{
    private static readonly string[] s_recipes = ["7.3", "walk(7.3,8.0,0.5)", "blend(7.3*1,8.0*2)"];

    [TestMethod]
    public void HasThePicturesAndATableOfThem()
    {
        using var archive = new ZipArchive(new MemoryStream(Archive(new MemoryStream(), 0.7)));
        CollectionAssert.AreEqual(
            new[] { "images/image_0000.png", "images/image_0001.png", "images/image_0002.png", "pictures.csv" },
            archive.Entries.Select(entry => entry.FullName).ToArray());
        using var table = new StreamReader(archive.GetEntry("pictures.csv")!.Open());
        Assert.AreEqual(
            """
            file,recipe,truncation
            images/image_0000.png,"7.3",0.7
            images/image_0001.png,"walk(7.3,8.0,0.5)",0.7
            images/image_0002.png,"blend(7.3*1,8.0*2)",0.7

            """.ReplaceLineEndings("\n"), table.ReadToEnd());
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 3; i++)
        {
            var path = Path.Combine(folder.Path, $"{i}.png");
            archive.Entries[i].ExtractToFile(path);
            CollectionAssert.AreEqual(Picture(i).Pixels, PictureReader.Read(path).Pixels);
        }
    }

    [TestMethod]
    public void WithoutTruncationTheColumnIsEmpty()
    {
        using var archive = new ZipArchive(new MemoryStream(Archive(new MemoryStream(), null)));
        using var table = new StreamReader(archive.GetEntry("pictures.csv")!.Open());
        StringAssert.Contains(table.ReadToEnd(), "image_0000.png,\"7.3\",\n");
    }

    [TestMethod]
    public void OfAModelWithClassesTheTableSaysLabelAndClass()
    {
        var classes = new ClassNames("hat", "7\" scarf");
        var output = new MemoryStream();
        using (var archive = new PictureArchive(output, 3, Manner.Plain, classes))
            foreach (var recipe in new[] { "7.0@scarf", "7.0", "walk(7.0@0,7.0@scarf,0.5)" })
                archive.Add(Recipe.Parse(recipe), Picture(0));
        using var read = new ZipArchive(new MemoryStream(output.ToArray()));
        using var table = new StreamReader(read.GetEntry("pictures.csv")!.Open());
        Assert.AreEqual("file,recipe,truncation,label,class\n" +
            "images/image_0000.png,\"7.0@scarf\",,1,\"7\"\" scarf\"\nimages/image_0001.png,\"7.0\",,0,\"hat\"\n" +
            "images/image_0002.png,\"walk(7.0@0,7.0@scarf,0.5)\",,,\n", table.ReadToEnd());
    }

    [TestMethod]
    public void AFileAndANetworkGetTheSameBytes()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "pictures.zip");
        PictureFiles.WriteZip(path, s_recipes.Select((text, i) => (Recipe.Parse(text), Picture(i))), 3, new Manner(0.7), ClassNames.None);
        CollectionAssert.AreEqual(File.ReadAllBytes(path), Archive(new MemoryStream(), 0.7));
    }

    [TestMethod]
    public void NamesHaveAsManyDigitsAsTheLastOne()
    {
        using var bytes = new MemoryStream();
        using (var archive = new PictureArchive(bytes, 10_001, Manner.Plain, ClassNames.None))
            archive.Add(Recipe.Parse("1.0"), Picture(0));
        using var read = new ZipArchive(new MemoryStream(bytes.ToArray()));
        Assert.AreEqual("images/image_00000.png", read.Entries[0].FullName);
    }

    private static byte[] Archive(MemoryStream output, double? truncation)
    {
        using (var archive = new PictureArchive(output, s_recipes.Length, new Manner(truncation), ClassNames.None))
            for (var i = 0; i < s_recipes.Length; i++)
                archive.Add(Recipe.Parse(s_recipes[i]), Picture(i));
        return output.ToArray();
    }

    private static Bitmap Picture(int i) => new(2, 1, 1, [(byte)i, 255]);
}
