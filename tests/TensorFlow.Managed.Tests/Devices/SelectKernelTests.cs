using Tensorflow.Devices.Cpu;

namespace Tensorflow.Tests.Devices;

/// <summary>Choices by a condition, vectors against the plain loop.</summary>
[TestClass]
public unsafe class SelectKernelTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(7)]
    [DataRow(16)]
    [DataRow(63)]
    [DataRow(64)]
    [DataRow(131)]
    [DataRow(70_001)]
    public void VectorsChooseAsThePlainLoopDoes(int count)
    {
        var random = new Random(count);
        var conditions = new byte[count];
        int[] a = new int[count], b = new int[count], plain = new int[count], vectors = new int[count];
        for (var i = 0; i < count; i++)
        {
            // Any byte but 0 is true.
            conditions[i] = (byte)(random.Next(2) * random.Next(1, 256));
            (a[i], b[i]) = (random.Next(), random.Next());
        }

        fixed (byte* c = conditions)
        fixed (int* pa = a, pb = b, pp = plain, pv = vectors)
        {
            SelectKernels.Select<int>(c, pa, pb, pp, count);
            SelectKernels.Select(c, pa, pb, pv, count);
        }

        CollectionAssert.AreEqual(Enumerable.Range(0, count).Select(i => conditions[i] != 0 ? a[i] : b[i]).ToArray(), plain);
        CollectionAssert.AreEqual(plain, vectors);
    }
}
