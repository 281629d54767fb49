using FashionGanTf.Imaging;
using FashionGanTf.Training;
using FsCheck;
using FsCheck.Fluent;
using Tensorflow;

namespace FashionGanTf.Fuzz.Tests.Properties;

/// <summary>Valid contents of every format, small and odd ones first.</summary>
internal static class Generators
{
    /// <summary>Runs a property on as many contents as a test has time for; on failure says the smallest that fails.</summary>
    internal static void Holds<T>(Gen<T> contents, Action<T> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(contents.ToArbitrary(), property));

    /// <summary>Arrays of bytes with their shapes, empty ones among them.</summary>
    internal static Gen<(Shape Shape, byte[] Elements)> Arrays =>
        from sizes in Gen.Choose(0, 5).NonEmptyListOf().Where(list => list.Count <= 8)
        let count = sizes.Aggregate(1, (product, size) => product * size)
        where count <= 4096
        from elements in Bytes(count)
        select (new Shape([.. sizes.Select(size => (long)size)]), elements);

    internal static Gen<Bitmap> Pictures =>
        from width in Gen.Choose(1, 40)
        from height in Gen.Choose(1, 40)
        from channels in Gen.Elements(1, 3)
        from pixels in Bytes(width * height * channels)
        select new Bitmap(width, height, channels, pixels);

    /// <summary>Names and texts of any letters; values are compared bit by bit, so that NaN is one of them.</summary>
    internal static Gen<Dictionary<string, float[]>> Weights => Named(ArbMap.Default.GeneratorFor<float>().ArrayOf());

    internal static Gen<Dictionary<string, string>> Metadata => Named(Names);

    internal static Gen<TrainingOptions> Options =>
        from whole in Gen.Choose(1, 65_536).ArrayOf(4)
        from limit in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(1, int.MaxValue).Select(value => (int?)value))
        from parts in Gen.Choose(0, 9999).ArrayOf(5)
        from data in Gen
            .OneOf(Gen.Constant<string?>(null), Names.Select(name => (string?)string.Concat(name.Where(letter => !char.IsControl(letter)))))
        select new TrainingOptions
        {
            Epochs = whole[0], BatchSize = whole[1], LatentDim = Math.Min(whole[2], TrainingOptions.MostLatentDim), Seed = whole[3],
                Limit = limit, Data = data,
            LearningRate = parts[0] / 10_000.0, DiscriminatorLearningRate = parts[4] < 5000 ? null : parts[4] / 10_000.0,
            Beta1 = parts[1] / 10_001.0, LabelSmoothing = parts[2] / 30_000.0, LabelNoise = parts[3] / 30_000.0,
        };

    private static Gen<byte[]> Bytes(int count) => Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(count);

    /// <summary>Any text without halves of surrogate pairs, which no UTF-8 holds.</summary>
    private static Gen<string> Names => ArbMap.Default.GeneratorFor<string>()
        .Select(text => string.Concat((text ?? "").EnumerateRunes()));

    private static Gen<Dictionary<string, T>> Named<T>(Gen<T> values) =>
        from names in Names.Where(name => name != "__metadata__").ListOf()
        from list in values.ListOf(names.Count)
        select names.Zip(list).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second);
}
