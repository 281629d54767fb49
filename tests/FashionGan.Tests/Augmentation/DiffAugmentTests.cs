using FashionGanTf.Augmentation;
using FashionGanTf.Tests.Support;
using Tensorflow;
using Tensorflow.Tests;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Augmentation;

/// <summary>Each change of DiffAugment against what PyTorch computed in float64 from the same numbers, and which numbers it
/// draws.</summary>
[TestClass]
public class DiffAugmentTests
{
    public static IEnumerable<object[]> Cases => GoldenCase.Of("diff_augment").Select(golden => new object[] { golden });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void AChangeIsPyTorchs(GoldenCase golden)
    {
        var x = golden["x"];
        using var tape = tf.GradientTape();
        tape.watch(x);
        var y = golden.Text("what") switch
        {
            "brightness" => DiffAugment.Brightness(x, golden["brightness"]),
            "saturation" => DiffAugment.Saturation(x, golden["saturation"]),
            "contrast" => DiffAugment.Contrast(x, golden["contrast"]),
            "translation" => tf.image.translate(x, golden["shift"], golden.Number("fill")),
            "cutout" => DiffAugment.Cutout(x, Center(0), Center(1), golden.Number("fill")),
            _ => DiffAugment.Cutout(tf.image.translate(DiffAugment.Contrast(DiffAugment.Saturation(
                DiffAugment.Brightness(x, golden["brightness"]), golden["saturation"]), golden["contrast"]), golden["shift"], -1),
                Center(0), Center(1), 0),
        };
        golden.IsNear("y", y);
        golden.IsNear("dx", tape.gradient(tf.reduce_sum(y * golden["dy"]), x));

        Tensor Center(int axis) => tf.reshape(golden["offset"][Slice.All, axis], (-1, 1, 1, 1));
    }

    [TestMethod]
    public void APictureMovesByAnEighthAtMost()
    {
        // One white pixel in the middle of a gray picture.
        var picture = tf.pad(tf.ones((1, 1, 1, 1)), new[,] { { 0, 0 }, { 14, 13 }, { 10, 17 }, { 0, 0 } });
        var moved = DiffAugment.Parse("translation").Apply(tf.tile(picture, (500, 1, 1, 1)));
        var places = moved.ToArray<float>().Chunk(784).Select(pixels => Array.IndexOf(pixels, 1)).ToArray();
        var expected = Enumerable.Range(-4, 9).ToArray();
        CollectionAssert.AreEqual(expected, places.Select(place => place / 28 - 14).Distinct().Order().ToArray());
        CollectionAssert.AreEqual(expected, places.Select(place => place % 28 - 10).Distinct().Order().ToArray());
        // What moves in is black: of a picture that went down by d and right by r, d rows and r columns of what is left.
        foreach (var (pixels, place) in moved.ToArray<float>().Chunk(784).Zip(places))
        {
            var (down, right) = (Math.Abs(place / 28 - 14), Math.Abs(place % 28 - 10));
            Assert.AreEqual(28 * down + 28 * right - down * right, pixels.Count(pixel => pixel == -1));
        }
    }

    [TestMethod]
    [DataRow(28, 7, 14, DisplayName = "28 pixels, a rectangle of 14")]
    [DataRow(8, 2, 4, DisplayName = "8 pixels, a rectangle of 4")]
    [DataRow(7, 2, 3, DisplayName = "7 pixels, a rectangle of 3")]
    public void ACutIsHalfAsHighAndItsCenterLiesInThePicture(int side, int least, int most)
    {
        var pictures = DiffAugment.Parse("cutout").Apply(tf.ones((500, side, side, 1))).ToArray<float>().Chunk(side * side);
        var heights = pictures.Select(pixels => pixels.Chunk(side).Count(row => row.Contains(0))).ToArray();
        Assert.AreEqual((least, most), (heights.Min(), heights.Max()));
    }

    [TestMethod]
    [DataRow("color", 1)]
    [DataRow("color", 3)]
    [DataRow("translation,cutout", 1)]
    [DataRow("cutout, color ,translation", 3)]
    public void EachPictureChangesInItsOwnWayAndTheSameSeedTheSame(string policy, int channels)
    {
        var augment = DiffAugment.Parse(policy);
        Assert.AreEqual(policy.Replace(" ", ""), augment.ToString());
        var picture = FiniteDifferences.Random((1, 28, 28, channels), 1);
        float[] Changed()
        {
            tf.set_random_seed(3);
            return augment.Apply(tf.tile(picture, (4, 1, 1, 1))).ToArray<float>();
        }

        var changed = Changed();
        CollectionAssert.AreEqual(changed, Changed());
        var different = changed.Chunk(784 * channels).Append(picture.ToArray<float>())
            .Select(pixels => string.Join(' ', pixels)).Distinct().Count();
        Assert.AreEqual(5, different);
    }

    [TestMethod]
    public void AsAPenaltyNeedsItItsGradientIsDifferentiable() => FiniteDifferences.Check("DiffAugment", inputs => tf.pow(
        DiffAugment.Cutout(tf.image.translate(DiffAugment.Contrast(DiffAugment.Saturation(inputs[0], inputs[1]), inputs[1]),
            tf.constant(new[,] { { 1, -1 }, { 0, 1 } }), -1), Centers(0, 3), Centers(2, 1), 0), 3f),
        [FiniteDifferences.Random((2, 4, 4, 3), 1), FiniteDifferences.Random((2, 1, 1, 1), 2, 0.2f)]);

    private static Tensor Centers(params int[] places) => tf.reshape(tf.constant(places), (-1, 1, 1, 1));

    [TestMethod]
    [DataRow("")]
    [DataRow("colour")]
    [DataRow("color,")]
    [DataRow("color,color")]
    public void AnUnknownPolicyIsRefused(string policy) => Assert.AreEqual(
        $"'{policy}' is no policy of DiffAugment; it holds some of color, translation, cutout, with commas between them, each once.",
        Assert.ThrowsExactly<ArgumentException>(() => DiffAugment.Parse(policy)).Message);
}
