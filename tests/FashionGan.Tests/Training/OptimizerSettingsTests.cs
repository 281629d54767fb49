using FashionGanTf.Tests.Support;
using FashionGanTf.Training;
using Tensorflow.Keras.Optimizers;

namespace FashionGanTf.Tests.Training;

[TestClass]
public class OptimizerSettingsTests
{
    [TestMethod]
    [DataRow(null, 3e-4f)]
    [DataRow(5e-4, 5e-4f)]
    public void TheDiscriminatorHasItsOwnStepSizeOrTheGenerators(double? own, float expected)
    {
        using var small = new SmallRun();
        var model = new TrainingRun(small.Options with { LearningRate = 3e-4, DiscriminatorLearningRate = own }).NewModel();
        Assert.AreEqual(3e-4f, ((OptimizerV2)model.GeneratorOptimizer).learning_rate);
        Assert.AreEqual(expected, ((OptimizerV2)model.DiscriminatorOptimizer).learning_rate);
    }
}
