using Tensorflow.Distribute;

namespace Tensorflow.Tests.Distribute;

/// <summary>The sum over replicas has the same bits on any number of processes.</summary>
[TestClass]
public class OrderedSumTests
{
    /// <summary>More than a piece of work, one number, and nothing.</summary>
    private static readonly long[] s_sizes = [40_000, 1, 0, 77];

    [TestMethod]
    [DataRow(1, 1)]
    [DataRow(2, 2)]
    [DataRow(3, 3)]
    [DataRow(4, 3)]
    [DataRow(5, 4)]
    [DataRow(6, 4)]
    [DataRow(8, 8)]
    public void AnyNumberOfProcessesGivesTheTreesBits(int replicas, int most)
    {
        var parts = Enumerable.Range(0, replicas).Select(Part).ToArray();
        var expected = Enumerable.Range(0, s_sizes.Length).Select(i => Array.ConvertAll(
            Tree(parts.Select(part => part[i]).ToArray()), sum => sum / replicas)).ToArray();
        for (var processes = 1; processes <= most; processes++)
        {
            var all = ThreadCommunicator.Run(processes, communicator =>
            {
                var here = ReductionTree.OfRank(replicas, communicator.Rank, processes);
                var tensors = parts[here.First..here.End]
                    .Select(part => Array.ConvertAll(part, numbers => numbers.Length == 0 ? null! : (Tensor)numbers)).ToArray();
                return Array.ConvertAll(
                    new OrderedSum(replicas, communicator).Mean(tensors), mean => mean is null ? [] : mean.ToArray<float>());
            });
            foreach (var means in all)
                for (var i = 0; i < expected.Length; i++)
                    CollectionAssert.AreEqual(expected[i], means[i], $"{processes} processes, tensor {i}");
        }
    }

    [TestMethod]
    public void TwoProcessesSendWhatARingWould()
    {
        var sent = ThreadCommunicator.Run(2, communicator =>
        {
            Tensor mine = new float[1000];
            new OrderedSum(2, communicator).Mean([[mine]]);
            return communicator.Sent;
        });
        CollectionAssert.AreEqual(new[] { 1000L, 1000L }, sent);
    }

    [TestMethod]
    public void APartOfTheTreeIsItsFewestSums()
    {
        string Nodes(int first, int end, int replicas) =>
            string.Join(' ', ReductionTree.Nodes(new ReplicaRange(first, end), replicas).Select(node => $"{node.First}-{node.End}"));
        Assert.AreEqual("0-8", Nodes(0, 8, 8));
        Assert.AreEqual("0-4", Nodes(0, 4, 8));
        Assert.AreEqual("2-4 4-5", Nodes(2, 5, 8));
        Assert.AreEqual("0-3", Nodes(0, 3, 6));
        Assert.AreEqual("0-1 1-2", Nodes(0, 2, 6));
    }

    private static float[][] Part(int replica)
    {
        var random = new Random(replica);
        float[] Numbers(long count) => [.. Enumerable.Range(0, (int)count).Select(_ => (float)Math.Exp(8 * random.NextDouble() - 4))];
        return Array.ConvertAll(s_sizes, Numbers);
    }

    private static float[] Tree(float[][] parts) => parts.Length == 1 ? parts[0]
        : [.. Tree(parts[..(parts.Length / 2)]).Zip(Tree(parts[(parts.Length / 2)..]), (a, b) => a + b)];
}
