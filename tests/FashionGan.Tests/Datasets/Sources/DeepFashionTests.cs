using System.Drawing;
using FashionGanTf.Datasets.Sources;
using FashionGanTf.Tests.Support;

namespace FashionGanTf.Tests.Datasets.Sources;

/// <summary>Both benchmarks of DeepFashion, in lists as they are published.</summary>
[TestClass]
public sealed class DeepFashionTests : IDisposable
{
    private const string Categories = """
        50
        category_name  category_type
        Anorak                 1
        Blazer                 1
        Blouse                 1
        Bomber                 1
        Button-Down            1
        Cardigan               1
        Flannel                1
        Halter                 1
        Henley                 1
        Hoodie                 1
        Jacket                 1
        Jersey                 1
        Parka                  1
        Peacoat                1
        Poncho                 1
        Sweater                1
        Tank                   1
        Tee                    1
        Top                    1
        Turtleneck             1
        Capris                 2
        Chinos                 2
        Culottes               2
        Cutoffs                2
        Gauchos                2
        Jeans                  2
        Jeggings               2
        Jodhpurs               2
        Joggers                2
        Leggings               2
        Sarong                 2
        Shorts                 2
        Skirt                  2
        Sweatpants             2
        Sweatshorts            2
        Trunks                 2
        Caftan                 3
        Cape                   3
        Coat                   3
        Coverup                3
        Dress                  3
        Jumpsuit               3
        Kaftan                 3
        Kimono                 3
        Nightdress             3
        Onesie                 3
        Robe                   3
        Romper                 3
        Shirtdress             3
        Sundress               3

        """;

    private const string Pictures = """
        4
        image_name  category_label
        img/Sheer_Pleated-Front_Blouse/img_00000001.jpg                        3
        img/Sheer_Pleated-Front_Blouse/img_00000002.jpg                        3
        img/Abstract_Print_Dress/img_00000001.jpg                              41
        img/Abstract_Print_Dress/img_00000002.jpg                              41

        """;

    private const string Partition = """
        4
        image_name  evaluation_status
        img/Sheer_Pleated-Front_Blouse/img_00000001.jpg                        train
        img/Sheer_Pleated-Front_Blouse/img_00000002.jpg                        val
        img/Abstract_Print_Dress/img_00000001.jpg                              train
        img/Abstract_Print_Dress/img_00000002.jpg                              test

        """;

    private const string Boxes = """
        4
        image_name  x_1  y_1  x_2  y_2
        img/Sheer_Pleated-Front_Blouse/img_00000001.jpg                        072 079 131 140
        img/Sheer_Pleated-Front_Blouse/img_00000002.jpg                        000 000 099 099
        img/Abstract_Print_Dress/img_00000001.jpg                              001 002 003 004
        img/Abstract_Print_Dress/img_00000002.jpg                              010 010 020 020

        """;

    private const string Shop = """
        4
        image_name item_id evaluation_status
        img/WOMEN/Dresses/id_00000002/02_1_front.jpg                           id_00000002    train
        img/WOMEN/Dresses/id_00000002/02_2_side.jpg                            id_00000002    train
        img/MEN/Jackets_Vests/id_00000080/01_1_front.jpg                       id_00000080    train
        img/WOMEN/Dresses/id_00000005/01_1_front.jpg                           id_00000005    query

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [DataRow("Img/img", "Anno", DisplayName = "img.zip unpacked in its folder")]
    [DataRow("Img", "Anno", DisplayName = "without the folder img")]
    [DataRow("img", "Anno_coarse", DisplayName = "beside the lists of a later release")]
    public void TheCategoryBenchmark(string images, string notes)
    {
        WriteCategories(images, notes);
        var found = PictureSources.Find(_folder.Path);
        Assert.AreEqual("DeepFashion's category and attribute benchmark", found.Layout);
        CollectionAssert.AreEqual(new[] { "Blouse", "Dress" }, found.Classes.ToList());
        CollectionAssert.AreEqual(new[]
        {
            $"{images}/Sheer_Pleated-Front_Blouse/img_00000001.jpg Blouse", $"{images}/Abstract_Print_Dress/img_00000001.jpg Dress",
        }, Clothing.Of(found, found.Train, _folder.Path));
        CollectionAssert.AreEqual(new[] { $"{images}/Sheer_Pleated-Front_Blouse/img_00000002.jpg Blouse" },
            Clothing.Of(found, found.Validation, _folder.Path));
        CollectionAssert.AreEqual(new[] { $"{images}/Abstract_Print_Dress/img_00000002.jpg Dress" },
            Clothing.Of(found, found.Test, _folder.Path));
        Assert.IsNull(found.Train[0].Box);
    }

    [TestMethod]
    public void BoxesAreCutOutWhereThereAreAny()
    {
        WriteCategories("Img/img", "Anno");
        Write("Anno/list_bbox.txt", Boxes);
        var found = PictureSources.Find(_folder.Path);
        Assert.AreEqual("DeepFashion's category and attribute benchmark, cut to the boxes around the clothes", found.Layout);
        Assert.AreEqual(new Rectangle(72, 79, 60, 62), found.Train[0].Box);
        Assert.AreEqual(new Rectangle(1, 2, 3, 3), found.Train[1].Box);
    }

    [TestMethod]
    public void WithoutAPartitionAllAreToTrainOnAndWhatIsMissingIsSaid()
    {
        WriteCategories("Img/img", "Anno");
        File.Delete(Path.Combine(_folder.Path, "Eval", "list_eval_partition.txt"));
        File.Delete(Path.Combine(_folder.Path, "Img/img/Abstract_Print_Dress/img_00000002.jpg"));
        var found = PictureSources.Find(_folder.Path);
        Assert.AreEqual((3, 0), (found.Train.Count, found.Test.Count));
        CollectionAssert.AreEqual(new[] { "Img/img/Abstract_Print_Dress/img_00000002.jpg: the file is missing" },
            Clothing.LeftOut(found, _folder.Path));
    }

    [TestMethod]
    public void TheInShopBenchmarkHasItsClassesInItsPaths()
    {
        Write("Eval/list_eval_partition.txt", Shop);
        Write("Anno/list_item_inshop.txt", "3\nid_00000002\nid_00000005\nid_00000080\n");
        Clothing.Copy(Path.Combine(_folder.Path, "Img"), "img/WOMEN/Dresses/id_00000002/02_1_front.jpg",
            "img/WOMEN/Dresses/id_00000002/02_2_side.jpg", "img/MEN/Jackets_Vests/id_00000080/01_1_front.jpg",
            "img/WOMEN/Dresses/id_00000005/01_1_front.jpg");
        var found = PictureSources.Find(_folder.Path);
        Assert.AreEqual("DeepFashion's in-shop benchmark", found.Layout);
        CollectionAssert.AreEqual(new[] { "MEN/Jackets_Vests", "WOMEN/Dresses" }, found.Classes.ToList());
        CollectionAssert.AreEqual(new[] { 0, 1, 1 }, found.Train.Select(picture => picture.Label).ToList());
        CollectionAssert.AreEqual(new[] { "Img/img/WOMEN/Dresses/id_00000005/01_1_front.jpg WOMEN/Dresses" },
            Clothing.Of(found, found.Test, _folder.Path));
    }

    [TestMethod]
    [DataRow("Anno/list_category_img.txt", "4", "5", "is cut short, or damaged: its first line promises 5 rows, and 4 follow.")]
    [DataRow("Anno/list_category_img.txt", "4", "four", "is no list of DeepFashion: its first line is not the number of rows.")]
    [DataRow("Anno/list_category_img.txt", "category_label", "label",
        "its second line does not name the columns image_name, category_label.")]
    [DataRow("Anno/list_category_img.txt", "3", "51", "row 1 has a category that is none of the 50 of list_category_cloth.txt, 1 to 50.")]
    [DataRow("Anno/list_category_img.txt", "img/Sheer", "../Sheer", ": a list names a picture outside of ")]
    [DataRow("Eval/list_eval_partition.txt", " val", " maybe", "a picture is neither train, val, test, query nor gallery.")]
    [DataRow("Anno/list_bbox.txt", "072", "x72", "row 1 has a corner that is no number of pixels.")]
    [DataRow("Anno/list_bbox.txt", "131", "071", "row 1 has an empty box.")]
    [DataRow("Anno/list_bbox.txt", "072 ", "", "line 3 has 4 values, not 5.")]
    public void DamagedListsAreSaidInOneLine(string list, string old, string spoilt, string message)
    {
        WriteCategories("Img/img", "Anno");
        Write("Anno/list_bbox.txt", Boxes);
        var text = File.ReadAllText(Path.Combine(_folder.Path, list));
        var place = text.IndexOf(old, StringComparison.Ordinal);
        Write(list, text[..place] + spoilt + text[(place + old.Length)..]);
        var error = Assert.ThrowsExactly<InvalidDataException>(() => PictureSources.Find(_folder.Path));
        StringAssert.Contains(error.Message, message);
        StringAssert.StartsWith(error.Message, _folder.Path);
        Assert.IsFalse(error.Message.Contains('\n'));
    }

    [TestMethod]
    public void ListsWithoutPicturesTellWhatToUnpack()
    {
        Write("Eval/list_eval_partition.txt", Shop);
        Assert.AreEqual(
            $"{_folder.Path} has DeepFashion's lists, and none of the 4 pictures that they name: unpack Img/img.zip in its folder.",
            Assert.ThrowsExactly<InvalidDataException>(() => PictureSources.Find(_folder.Path)).Message);
    }

    private void WriteCategories(string images, string notes)
    {
        Write($"{notes}/list_category_cloth.txt", Categories);
        Write($"{notes}/list_category_img.txt", Pictures);
        Write("Eval/list_eval_partition.txt", Partition);
        Clothing.Copy(Path.Combine(_folder.Path, images), "Sheer_Pleated-Front_Blouse/img_00000001.jpg",
            "Sheer_Pleated-Front_Blouse/img_00000002.jpg", "Abstract_Print_Dress/img_00000001.jpg",
            "Abstract_Print_Dress/img_00000002.jpg");
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
