using FashionGanTf.Imaging;
using FashionGanTf.Models;
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
        var shape = ShapeOf(golden);
        Functional generator = ResidualGan.Generator(shape), discriminator = ResidualGan.Discriminator(shape);
        Assign(golden, "generator", generator);
        Assign(golden, "discriminator", discriminator);
        Pair(golden, generator, discriminator);
    }

    /// <summary>The model's own step, given that loss and these penalties.</summary>
    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void TrainStepFollowsPyTorch(GoldenCase golden)
    {
        var gan = new FashionGan(ShapeOf(golden));
        Assign(golden, "generator", gan.Generator);
        Assign(golden, "discriminator", gan.Discriminator);
        var gamma = golden.Number("gamma");
        gan.compile(Adam(golden), Adam(golden), new RelativisticPaired(), [new R1(gamma), new R2(gamma)]);
        List<float> d_losses = [], g_losses = [];
        for (var step = 0; step < golden.Whole("steps"); step++)
        {
            var player = 0;
            gan.Noise = _ => golden["z"][step, player++];
            gan.reset_metrics();
            var logs = gan.train_step(golden["real"][step], null);
            d_losses.Add(logs["d_loss"]);
            g_losses.Add(logs["g_loss"]);
        }

        golden.IsNear("d_loss", d_losses.ToArray());
        golden.IsNear("g_loss", g_losses.ToArray());
        golden.IsNear("images", gan.Generator.Apply(golden["z_fixed"]));
        CheckWeights(golden, "generator", gan.Generator);
        CheckWeights(golden, "discriminator", gan.Discriminator);
    }

    [TestMethod]
    public void APairForClothesKnowsItsClasses()
    {
        var shape = ResidualGanShape.Of(PictureShape.FashionMnist, 100);
        Functional generator = ResidualGan.Generator(shape, classes: 10), discriminator = ResidualGan.Discriminator(shape, classes: 10);
        var condition = tf.one_hot(tf.constant(new[] { 3, 9 }), 10);
        Tensor pictures = generator.Apply(new Tensors(tf.random.normal((2, 100)), condition));
        Assert.AreEqual(new Shape(2, 28, 28, 1), pictures.shape);
        Tensor logits = discriminator.Apply(new Tensors(pictures, condition));
        Assert.AreEqual(new Shape(2, 1), logits.shape);
        Tensor others = discriminator.Apply(new Tensors(pictures, tf.one_hot(tf.constant(new[] { 4, 0 }), 10)));
        CollectionAssert.AreNotEqual(logits.ToArray<float>(), others.ToArray<float>());
    }

    [TestMethod]
    [DataRow(28, 1, "96 48 24")]
    [DataRow(64, 3, "192 192 96 48 24")]
    public void APairWithoutClassesFitsItsPictures(int side, int channels, string widths)
    {
        var shape = ResidualGanShape.Of(new PictureShape(side, channels), 16);
        Assert.AreEqual(widths, string.Join(' ', shape.Widths));
        shape = shape with { Widths = [.. shape.Widths.Select(width => width / 3)], Blocks = 2, GroupWidth = 4 };
        Tensor pictures = ResidualGan.Generator(shape).Apply(tf.random.normal((2, 16)));
        Assert.AreEqual(new Shape(2, side, side, channels), pictures.shape);
        Assert.IsLessThanOrEqualTo(1f, pictures.ToArray<float>().Max(MathF.Abs));
        Assert.AreEqual(new Shape(2, 1), ResidualGan.Discriminator(shape).Apply(pictures).shape);
    }

    private static ResidualGanShape ShapeOf(GoldenCase golden) => new(
        new PictureShape(golden.Whole("side"), 1), golden.Whole("noise"), [golden.Whole("width"), golden.Whole("width")],
        Expansion: golden.Whole("expanded") / golden.Whole("width"), GroupWidth: golden.Whole("expanded") / golden.Whole("groups"),
        Activation: golden.Text("activation"), PictureActivation: keras.activations.Linear);

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
                using var slope = InputGradient.Of(Judge, real, fake);
                Tensor real_logits = Judge(real), fake_logits = Judge(fake);
                slope.Judged(real_logits, fake_logits);
                var d_loss = loss.Discriminator(real_logits, fake_logits);
                Tensor at_real = r1.Apply(slope, real, fake), at_fake = r2.Apply(slope, real, fake);
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
        CheckWeights(golden, "generator", generator);
        CheckWeights(golden, "discriminator", discriminator);

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
    }

    private static void CheckWeights(GoldenCase golden, string name, Model player)
    {
        foreach (var (variable, i) in player.TrainableVariables.Select((variable, i) => (variable, i)))
            golden.IsNear($"{name}/{i}", variable.AsTensor());
    }

    private static IOptimizer Adam(GoldenCase golden)
    {
        var adam = golden.Parameters.GetProperty("adam");
        float Number(string name) => adam.GetProperty(name).GetSingle();
        return keras.optimizers.Adam(Number("learning_rate"), Number("beta_1"), Number("beta_2"), Number("epsilon"));
    }
}
