using Tensorflow.Devices;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Devices;

/// <summary>Values that go from one device to another.</summary>
[TestClass]
public class MovingTests
{
    [TestMethod]
    public void AScopeNamesTheDeviceOfItsThreadOnly()
    {
        Assert.AreSame(TestedCard.Device, Tensor.Device);
        using (tf.device("/CPU:0"))
        {
            Assert.AreEqual("CPU:0", Tensor.Device.Name);
            using (new DeviceScope(TestedCard.Device))
                Assert.AreSame(TestedCard.Device, Tensor.Device);
            Assert.AreEqual("CPU:0", Tensor.Device.Name);
            Device? elsewhere = null;
            var thread = new Thread(() => elsewhere = Tensor.Device);
            thread.Start();
            thread.Join();
            Assert.AreSame(TestedCard.Device, elsewhere);
        }

        Assert.AreSame(TestedCard.Device, Tensor.Device);
    }

    [TestMethod]
    public void AnOperationReadsWhatAnotherDeviceMade()
    {
        Tensor onCard = new float[] { 1, 2, 3 }, onProcessor;
        using (tf.device("cpu"))
        {
            onProcessor = new float[] { 10, 20, 30 };
            var sum = onCard + onProcessor;
            Assert.IsTrue(Device.Processor.Owns(sum.Storage));
            CollectionAssert.AreEqual(new float[] { 11, 22, 33 }, sum.ToArray<float>());
        }

        var product = onCard * onProcessor;
        Assert.IsTrue(TestedCard.Device.Owns(product.Storage));
        CollectionAssert.AreEqual(new float[] { 10, 40, 90 }, product.ToArray<float>());
        // Once more where the product's copy to the processor is there already.
        using (tf.device("cpu"))
            CollectionAssert.AreEqual(new float[] { 11, 42, 93 }, (product + onCard).ToArray<float>());
    }

    [TestMethod]
    public void ElementsThatAreDeferredAreMadeBeforeTheyMove()
    {
        const int Count = 1 << 17;
        Tensor rectified;
        using (tf.device("cpu"))
            rectified = tf.nn.leaky_relu(tf.ones(Count) * -2, 0.25f);
        Assert.AreEqual(-0.5f * Count, (float)tf.reduce_sum(rectified));
    }

    [TestMethod]
    public void AVariableMovesToTheDeviceThatUpdatesIt()
    {
        ResourceVariable variable;
        using (tf.device("cpu"))
            variable = tf.Variable(new float[] { 1, 2 });
        variable.assign_add(new float[] { 1, 1 });
        Assert.IsTrue(TestedCard.Device.Owns(variable.AsTensor().Storage));
        CollectionAssert.AreEqual(new float[] { 2, 3 }, variable.numpy().ToArray<float>());
        using (tf.device("cpu"))
        {
            variable.assign_add(new float[] { 1, 1 });
            Assert.IsTrue(Device.Processor.Owns(variable.AsTensor().Storage));
            CollectionAssert.AreEqual(new float[] { 3, 4 }, variable.numpy().ToArray<float>());
        }

        CollectionAssert.AreEqual(new float[] { 6, 8 }, (variable * 2).ToArray<float>());
    }

    /// <summary>The copy that another device has is not the value any more once the value was written to.</summary>
    [TestMethod]
    public void AVariablesCopyElsewhereIsForgottenWithItsValue()
    {
        var variable = tf.Variable(new float[] { 1, 2 });
        for (var step = 1; step <= 3; step++)
        {
            variable.assign_add(new float[] { 1, 1 });
            using (tf.device("cpu"))
                CollectionAssert.AreEqual(new float[] { 1 + step, 2 + step }, (variable + 0).ToArray<float>());
        }
    }

    [TestMethod]
    public void DevicesHaveTensorFlowsNames()
    {
        foreach (var name in (string[])["cpu", "CPU:0", "/CPU:0", "/device:CPU:0", "/physical_device:CPU:0"])
            Assert.AreSame(Device.Processor, DeviceName.Open(name), name);
        Assert.AreEqual(("GPU", 0), DeviceName.Parse("gpu"));
        Assert.AreEqual(("GPU", 3), DeviceName.Parse("/job:localhost/replica:0/task:0/device:GPU:3"));
        foreach (var name in (string[])["", "tpu", "gpu:", "gpu:x", "gpu:-1", "gpu:0:0", "99999999999"])
            StringAssert.Contains(
                Assert.ThrowsExactly<ArgumentException>(() => DeviceName.Parse(name)).Message, $"\"{name}\" is no device");
        StringAssert.Contains(Assert.ThrowsExactly<RuntimeError>(() => DeviceName.Open("cpu:1")).Message, "CPU:0 alone");
        Assert.AreEqual("/physical_device:CPU:0", tf.config.list_physical_devices("CPU").Single().name);
    }
}
