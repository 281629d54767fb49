using static Tensorflow.Binding;
using static Tensorflow.Tests.Data.DatasetTests;

namespace Tensorflow.Tests.Data;

/// <summary>Who owns what a pipeline makes, and that it is given back.</summary>
[TestClass]
public class DatasetMemoryTests
{
    /// <summary>Pipelines of odd sizes, whose blocks nobody else uses.</summary>
    private static IEnumerable<IDatasetV2> Pipelines()
    {
        var images = Tensor.From<float>(new float[640 * 1237], (640, 1237));
        var slices = tf.data.Dataset.from_tensor_slices(images, Tensor.From<int>(new int[640], 640));
        yield return slices.shuffle(640).batch(32);
        yield return slices.shuffle(640).batch(32).prefetch(2);
        yield return slices.map(x => new Tensors(x[0] * 2f, x[1])).batch(32);
        yield return slices.batch(32).map(x => new Tensors(x[0] * 2f - 1f, x[1])).prefetch(3);
        yield return tf.data.Dataset.zip(slices.batch(32), slices.batch(32).map(x => x)).skip(2);
    }

    [TestMethod]
    public void AdoptedBatchesAreTheNextOnesMemory()
    {
        foreach (var dataset in Pipelines())
        {
            Walk(dataset);
            Walk(dataset);
            var before = Tensor.Device.BytesTaken;
            for (var epoch = 0; epoch < 5; epoch++)
                Walk(dataset);
            // A thread that is a batch further ahead than it ever was may take one more.
            Assert.IsLessThanOrEqualTo(before + 3 * 32 * 1237 * 4 * 9 / 8, Tensor.Device.BytesTaken);
        }

        static void Walk(IDatasetV2 dataset)
        {
            foreach (var (x, y) in dataset)
            {
                using var scope = TensorScope.Begin();
                scope.Adopt(x);
                scope.Adopt(y);
            }
        }
    }

    [TestMethod]
    public void AWalkShufflesInTheRingOfTheLastOne()
    {
        const int length = 200_000;
        var slices = tf.data.Dataset.from_tensor_slices(Tensor.From<int>(new int[length], length)).shuffle(length);
        WalkSome();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var epoch = 0; epoch < 5; epoch++)
        {
            // On a thread of its own, as a prefetching pipeline walks.
            var thread = new Thread(WalkSome);
            thread.Start();
            thread.Join();
        }

        // A ring takes more than a number's and a reference's room for each element.
        Assert.IsLessThan(length * 16, GC.GetTotalAllocatedBytes(precise: true) - before);

        void WalkSome()
        {
            using var walk = slices.GetEnumerator();
            walk.MoveNext();
        }
    }

    [TestMethod]
    public void BatchesBelongToNoScopeUnlessItAdoptsThem()
    {
        foreach (var dataset in new[]
            { Numbers(4).batch(2), Numbers(4).batch(2).prefetch(), Numbers(4), Numbers(4).map(x => x.Single + 1f) })
        {
            List<(Tensors, Tensors)> elements;
            using (TensorScope.Begin())
                elements = dataset.ToList();
            foreach (var (x, _) in elements)
                Assert.IsLessThan(10, x.Single.ToArray<float>()[0]);
        }
    }

    [TestMethod]
    public void AMapThatGivesTheSameTensorTwiceOrItsInputGivesEachWalkItsOwn()
    {
        Tensor constant = new[] { 5f, 6f };
        foreach (var (x, y) in Numbers(3).batch(1).map(x => new Tensors(constant, x.Single, x.Single)))
        {
            using var scope = TensorScope.Begin();
            scope.Adopt(x);
            scope.Adopt(y);
            CollectionAssert.AreEqual(new[] { 5f, 6f }, x.Single.ToArray<float>());
            CollectionAssert.AreEqual(y[0].ToArray<float>(), y[1].ToArray<float>());
        }

        CollectionAssert.AreEqual(new[] { 5f, 6f }, constant.ToArray<float>());
    }

    [TestMethod]
    public void AMapIsNotRecorded()
    {
        using var tape = tf.GradientTape();
        Tensor scale = 2f;
        tape.watch(scale);
        var (x, _) = Numbers(3).map(x => x.Single * scale).batch(3).Single();
        Assert.IsNull(tape.gradient(x.Single, scale));
    }

    [TestMethod]
    public void AStepOfAShuffledPipelineAllocatesNextToNothing()
    {
        var dataset =
            tf.data.Dataset.from_tensor_slices(Tensor.From<byte>(new byte[60_000 * 784], (60_000, 784))).shuffle(60_000).batch(128);
        Walk();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var steps = Walk();
        Assert.IsLessThan(2000, (GC.GetAllocatedBytesForCurrentThread() - before) / steps);

        int Walk()
        {
            var count = 0;
            foreach (var (x, _) in dataset)
            {
                using var scope = TensorScope.Begin();
                scope.Adopt(x);
                count++;
            }

            return count;
        }
    }
}
