using static Tensorflow.Binding;

namespace Tensorflow.Tests.Data;

/// <summary>tf.data: which elements come, in which order, and how many.</summary>
[TestClass]
public class DatasetTests
{
    [TestMethod]
    public void SlicesComeInTheirOrderWithTheirShapesAndTypes()
    {
        var features = Tensor.From<float>([0, 1, 2, 3, 4, 5], (3, 2));
        var labels = Tensor.From<byte>([7, 8, 9], 3);
        var elements = tf.data.Dataset.from_tensor_slices(features, labels).ToList();
        Assert.HasCount(3, elements);
        for (var i = 0; i < 3; i++)
        {
            var (x, y) = elements[i];
            CollectionAssert.AreEqual(new float[] { 2 * i, 2 * i + 1 }, x.Single.ToArray<float>());
            Assert.AreEqual(new Shape(2), x.shape);
            CollectionAssert.AreEqual(new[] { (byte)(7 + i) }, y.Single.ToArray<byte>());
            Assert.AreEqual(Shape.Scalar, y.shape);
        }
    }

    [TestMethod]
    public void WithoutLabelsTheSecondItemIsNull()
    {
        foreach (var (x, y) in Numbers(3).batch(2))
        {
            Assert.IsTrue(x.IsSingle);
            Assert.IsNull(y);
        }
    }

    [TestMethod]
    public void FurtherTensorsAreLabels()
    {
        var (x, y) = tf.data.Dataset.from_tensor_slices(new Tensors(new[] { 1, 2 }, new[] { 3, 4 }, new[] { 5, 6 })).batch(2).Single();
        CollectionAssert.AreEqual(new[] { 1, 2 }, x.Single.ToArray<int>());
        Assert.HasCount(2, y);
        CollectionAssert.AreEqual(new[] { 5, 6 }, y[1].ToArray<int>());
    }

    [TestMethod]
    public void ArraysAndNumPyArraysAreTakenToo()
    {
        CollectionAssert.AreEqual(
            new long[] { 4, 5 }, tf.data.Dataset.from_tensor_slices(new long[] { 4, 5 }).batch(9).Single().Item1.Single.ToArray<long>());
        var rows = tf.data.Dataset.from_tensor_slices(new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }).batch(3).Single().Item1.Single;
        Assert.AreEqual(new Shape(3, 2), rows.shape);
        CollectionAssert.AreEqual(new double[] { 1, 2, 3, 4, 5, 6 }, rows.ToArray<double>());
        Assert.HasCount(2, tf.data.Dataset.from_tensor_slices(rows.numpy()).skip(1).ToList());
    }

    [TestMethod]
    public void ADatasetOutlivesTheScopeItWasMadeIn()
    {
        IDatasetV2 dataset;
        using (TensorScope.Begin())
            dataset = tf.data.Dataset.from_tensor_slices(tf.random.uniform((4, 2)) * 0f + 3f);
        CollectionAssert.AreEqual(new float[] { 3, 3, 3, 3, 3, 3, 3, 3 }, dataset.batch(4).Single().Item1.Single.ToArray<float>());
    }

    [TestMethod]
    public void BatchesStackRowsAndTheLastIsShorterOrLeftOut()
    {
        CollectionAssert.AreEqual(new[] { "0 1 2", "3 4 5", "6" }, Texts(Numbers(7).batch(3)));
        CollectionAssert.AreEqual(new[] { "0 1 2", "3 4 5" }, Texts(Numbers(7).batch(3, drop_remainder: true)));
        CollectionAssert.AreEqual(new[] { "0 1 2 3 4 5 6" }, Texts(Numbers(7).batch(100)));
        Assert.IsEmpty(Texts(Numbers(7).batch(100, drop_remainder: true)));
        CollectionAssert.AreEqual(new[] { "0 1 2 3", "4 5" }, Texts(Numbers(6).batch(2).batch(2)));
        Assert.AreEqual(new Shape(2, 2), Numbers(6).batch(2).batch(2).First().Item1.shape);
    }

    [TestMethod]
    public void TakeSkipAndRepeatCutAndLengthen()
    {
        CollectionAssert.AreEqual(new[] { "0", "1" }, Texts(Numbers(5).take(2)));
        CollectionAssert.AreEqual(new[] { "2", "3", "4" }, Texts(Numbers(5).skip(2)));
        CollectionAssert.AreEqual(new[] { "0", "1", "0", "1" }, Texts(Numbers(2).repeat(2)));
        CollectionAssert.AreEqual(new[] { "0", "1", "0", "1", "0" }, Texts(Numbers(2).repeat().take(5)));
        CollectionAssert.AreEqual(new[] { "1", "0", "1" }, Texts(Numbers(2).repeat().skip(1).take(3)));
        CollectionAssert.AreEqual(new[] { "0", "1" }, Texts(Numbers(2).take(-1)));
        Assert.IsEmpty(Texts(Numbers(2).skip(-1)));
        Assert.IsEmpty(Texts(Numbers(2).repeat(0)));
        Assert.IsEmpty(Texts(Numbers(2).skip(3)));
        Assert.IsEmpty(Texts(Numbers(0).repeat()));
    }

    [TestMethod]
    public void ZipEndsWithTheShortest()
    {
        var zipped = tf.data.Dataset.zip(Numbers(5), Numbers(3).map(x => x.Single * 10f));
        Assert.AreEqual(3, (long)zipped.cardinality());
        CollectionAssert.AreEqual(new[] { "0|0", "1|10", "2|20" }, Texts(zipped));
        CollectionAssert.AreEqual(new[] { "0 1|0 10", "2|20" }, Texts(zipped.batch(2)));
        CollectionAssert.AreEqual(new[] { "0|0", "1|10", "2|20" },
            Texts(tf.data.Dataset.zip(Numbers(5).map(x => x), Numbers(3).map(x => x.Single * 10f))));
        Assert.HasCount(3, tf.data.Dataset.zip(Numbers(3), Numbers(5).repeat()).ToList());
    }

    [TestMethod]
    public void CardinalityIsWhatAWalkGives()
    {
        var finite = new (IDatasetV2 Dataset, int Count)[]
        {
            (Numbers(7), 7), (Numbers(7).shuffle(3), 7), (Numbers(7).map(x => x), 7), (Numbers(7).prefetch(2), 7), (Numbers(7).batch(3), 3),
            (Numbers(7).batch(3, true), 2), (Numbers(6).batch(3, true), 2), (Numbers(6).batch(3), 2), (Numbers(7).repeat(3), 21),
            (Numbers(7).repeat(0), 0),
            (Numbers(0).repeat(), 0), (Numbers(7).take(3), 3), (Numbers(7).take(30), 7), (Numbers(7).take(-1), 7), (Numbers(7).skip(3), 4),
            (Numbers(7).skip(30), 0), (Numbers(7).skip(-1), 0), (Numbers(7).repeat().take(30), 30),
            (tf.data.Dataset.zip(Numbers(7), Numbers(4).repeat()), 7), (tf.data.Dataset.zip(Numbers(7), Numbers(4)), 4),
        };
        foreach (var (dataset, count) in finite)
        {
            Assert.AreEqual(count, (long)dataset.cardinality());
            Assert.HasCount(count, dataset.ToList());
        }

        var endless = new[]
        {
            Numbers(7).repeat(), Numbers(7).repeat().batch(2), Numbers(7).repeat().shuffle(3), Numbers(7).repeat().map(x => x),
                Numbers(7).repeat().prefetch(),
            Numbers(7).repeat().skip(3), Numbers(7).repeat().take(-1), Numbers(7).repeat().repeat(2),
            tf.data.Dataset.zip(Numbers(7).repeat()),
        };
        foreach (var dataset in endless)
        {
            Assert.AreEqual(-1, (long)dataset.cardinality());
            Assert.HasCount(20, dataset.Take(20).ToList());
        }

        Assert.AreEqual(TF_DataType.TF_INT64, Numbers(1).cardinality().dtype);
    }

    [TestMethod]
    public void AWalkCanBeTakenAgain()
    {
        var dataset = Numbers(4).map(x => x.Single + 1f).batch(3).prefetch(1);
        CollectionAssert.AreEqual(new[] { "1 2 3", "4" }, Texts(dataset));
        CollectionAssert.AreEqual(new[] { "1 2 3", "4" }, Texts(dataset));
    }

    [TestMethod]
    public void MessagesNameTheMethodAndWhatItNeeds()
    {
        Says("Dataset.from_tensor_slices: a scalar has no slices.", () => tf.data.Dataset.from_tensor_slices((Tensor)3f));
        Says(
            "Dataset.from_tensor_slices: all tensors need equally many slices; the shapes (2,) and (3,) differ.",
            () => tf.data.Dataset.from_tensor_slices(new[] { 1f, 2 }, new[] { 1, 2, 3 }));
        Says("Dataset.from_tensor_slices: there are no tensors.", () => tf.data.Dataset.from_tensor_slices(new Tensors()));
        Says("Dataset.batch: batch_size must be at least 1; got 0.", () => Numbers(3).batch(0));
        Says("Dataset.shuffle: buffer_size must be at least 1; got 0.", () => Numbers(3).shuffle(0));
        Says("Dataset.prefetch: buffer_size must be at least -1; got -2.", () => Numbers(3).prefetch(-2));
        Says("Dataset.repeat: count must be at least -1; got -5.", () => Numbers(3).repeat(-5));
        Says("Dataset.take: count must be at least -1; got -2.", () => Numbers(3).take(-2));
        Says("Dataset.skip: count must be at least -1; got -2.", () => Numbers(3).skip(-2));
        Says("Dataset.zip: there are no datasets.", () => tf.data.Dataset.zip());
        Says("Dataset.map: the function gave no tensors.", () => Numbers(3).map(_ => new Tensors()).ToList());
        Says(
            "Dataset.batch: elements of shape (2,) and type float32 and of shape (1,) and type float32 cannot be stacked.",
            () => Numbers(3).batch(2).batch(2).ToList());
        var step = 0;
        Says(
            "Dataset.batch: elements of 1 and of 2 tensors cannot be stacked.",
            () => Numbers(3).map(x => step++ == 0 ? x : new Tensors(x.Single, x.Single)).batch(2).ToList());
    }

    internal static IDatasetV2 Numbers(int count) =>
        tf.data.Dataset.from_tensor_slices(Tensor.From<float>([.. Enumerable.Range(0, count).Select(i => (float)i)], count));

    /// <summary>Each element as text: numbers with spaces between them, components with bars.</summary>
    internal static string[] Texts(IDatasetV2 dataset) =>
        [.. dataset.Select(element =>
            string.Join("|", element.Item1.Concat(element.Item2 ?? new Tensors()).Select(x => string.Join(" ", x.ToArray<float>()))))];

    private static void Says(string message, Func<object> make) =>
        Assert.AreEqual(message, Assert.ThrowsExactly<ArgumentException>(() => { make(); }).Message);
}
