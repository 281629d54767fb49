using FashionGanTf.Networks;
using FashionGanTf.Objectives;
using FashionGanTf.Penalties;
using FashionGanTf.Tests.Support;
using Tensorflow;
using Tensorflow.Gradients;
using Tensorflow.Keras;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Networks;

/// <summary>Ten training steps of a small pair, with the relativistic loss, R1, R2 and Adam, against what PyTorch computed in float64; and
/// what the networks take and give.</summary>
[TestClass]
public class ResidualGanTests
{
    public static IEnumerable<object[]> Cases => GoldenCase.Of("gan_step").Select(golden => new object[] { golden });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void TenStepsArePyTorchs(GoldenCase golden)
    {
        var sizes = new ResidualGanSizes(
            golden.Whole("noise"), Channels: 1, golden.Whole("side") / 2, [golden.Whole("width"), golden.Whole("width")],
            Expansion: golden.Whole("expanded") / golden.Whole("width"), GroupWidth: golden.Whole("expanded") / golden.Whole("groups"),
            Activation: golden.Text("activation"));
        Functional generator = ResidualGan.Generator(sizes), discriminator = ResidualGan.Discriminator(sizes);
        Assign(golden, "generator", generator);
        Assign(golden, "discriminator", discriminator);
        Pair(golden, generator, discriminator);
    }

    [TestMethod]
    public void APairForClothesKnowsItsClasses()
    {
        var sizes = ResidualGanSizes.Standard(100);
        Functional generator = ResidualGan.Generator(sizes, classes: 10), discriminator = ResidualGan.Discriminator(sizes, classes: 10);
        var condition = tf.one_hot(tf.constant(new[] { 3, 9 }), 10);
        Tensor pictures = generator.Apply(new Tensors(tf.random.normal((2, 100)), condition));
        Assert.AreEqual(new Shape(2, 28, 28, 1), pictures.shape);
        Tensor logits = discriminator.Apply(new Tensors(pictures, condition));
        Assert.AreEqual(new Shape(2, 1), logits.shape);
        Tensor others = discriminator.Apply(new Tensors(pictures, tf.one_hot(tf.constant(new[] { 4, 0 }), 10)));
        CollectionAssert.AreNotEqual(logits.ToArray<float>(), others.ToArray<float>());
    }

    [TestMethod]
    [DataRow(28, 7, 1)]
    [DataRow(64, 4, 3)]
    public void APairWithoutClassesFitsItsPictures(int side, int smallest, int channels)
    {
        var sizes = new ResidualGanSizes(
            16, channels, smallest, [.. Enumerable.Range(0, int.Log2(side / smallest) + 1).Select(stage => 32 >> stage)], Blocks: 2,
            GroupWidth: 4);
        Tensor pictures = ResidualGan.Generator(sizes).Apply(tf.random.normal((2, 16)));
        Assert.AreEqual(new Shape(2, side, side, channels), pictures.shape);
        Assert.AreEqual(new Shape(2, 1), ResidualGan.Discriminator(sizes).Apply(pictures).shape);
    }

    private static void Assign(GoldenCase golden, string player, Model model) => model.set_weights(
        golden.Parameters.GetProperty(player + "_variables").EnumerateArray().Select((_, i) => golden[$"{player}/{i}/initial"].numpy()));

    private static void Pair(GoldenCase golden, Functional generator, Functional discriminator)
    {
        var (loss, gamma, logs) = (new RelativisticPaired(), golden.Number("gamma"), new Dictionary<string, List<float>>());
        var (r1, r2) = (new R1(gamma), new R2(gamma));
        IOptimizer d_optimizer = Adam(golden), g_optimizer = Adam(golden);
        for (var step = 0; step < golden.Whole("steps"); step++)
        {
            Tensor real = golden["real"][step], fake = generator.Apply(golden["z"][step, 0], training: true);
            using (var tape = tf.GradientTape())
            {
                Tensor real_logits = Judge(real), fake_logits = Judge(fake);
                var d_loss = loss.Discriminator(real_logits, fake_logits);
                Tensor at_real = r1.Apply(Judge, real, fake), at_fake = r2.Apply(Judge, real, fake);
                var total = d_loss + at_real + at_fake;
                Update(tape, total, discriminator, d_optimizer, "discriminator", step);
                Log("real_logits", real_logits);
                Log("fake_logits", fake_logits);
                Log("d_loss", d_loss);
                Log("d_total", total);
                Log("r1", at_real * (2 / gamma));
                Log("r2", at_fake * (2 / gamma));
            }

            using (var tape = tf.GradientTape())
            {
                Tensor fake_logits = Judge(generator.Apply(golden["z"][step, 1], training: true)), real_logits = Judge(real);
                var g_loss = loss.Generator(fake_logits, real_logits);
                Update(tape, g_loss, generator, g_optimizer, "generator", step);
                Log("g_real_logits", real_logits);
                Log("g_fake_logits", fake_logits);
                Log("g_loss", g_loss);
            }
        }

        foreach (var (name, values) in logs)
            golden.IsNear(name, values.ToArray());
        golden.IsNear("images", generator.Apply(golden["z_fixed"]));
        CheckWeights("generator", generator);
        CheckWeights("discriminator", discriminator);

        Tensor Judge(Tensor pictures) => discriminator.Apply(pictures, training: true);

        void Log(string name, Tensor values)
        {
            if (!logs.TryGetValue(name, out var list))
                logs[name] = list = [];
            list.AddRange(values.ToArray<float>());
        }

        void Update(GradientTape tape, Tensor target, Model player, IOptimizer optimizer, string name, int step)
        {
            var variables = player.TrainableVariables;
            var gradients = tape.gradient(target, variables);
            for (var i = 0; step == 0 && i < gradients.Length; i++)
                golden.IsNear($"{name}/{i}/first_gradient", gradients[i]);
            optimizer.apply_gradients(zip(gradients, variables));
        }

        void CheckWeights(string name, Model player)
        {
            foreach (var (variable, i) in player.TrainableVariables.Select((variable, i) => (variable, i)))
                golden.IsNear($"{name}/{i}", variable.AsTensor());
        }
    }

    private static IOptimizer Adam(GoldenCase golden)
    {
        var adam = golden.Parameters.GetProperty("adam");
        float Number(string name) => adam.GetProperty(name).GetSingle();
        return keras.optimizers.Adam(Number("learning_rate"), Number("beta_1"), Number("beta_2"), Number("epsilon"));
    }
}
