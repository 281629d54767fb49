using FashionGanTf.Penalties;
using FashionGanTf.Tests.Support;
using Tensorflow;
using Tensorflow.Keras;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Penalties;

/// <summary>Penalties and their gradients to every weight of a discriminator, and to the pictures, against what PyTorch computed in
/// float64.</summary>
[TestClass]
public class PenaltyTests
{
    private static readonly string[] s_weights = ["kernel1", "bias1", "kernel2", "bias2", "kernel3", "bias3"];

    public static IEnumerable<object[]> Cases => GoldenCase.Rows("penalties", "penalty", "r1", "r2", "wgan_gp", "zero_centred");

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void APenaltyIsPyTorchs(GoldenCase golden)
    {
        Tensor? real = Given("real"), fake = Given("fake");
        var discriminator = Discriminator(golden, (real ?? fake)!);
        using var tape = tf.GradientTape(persistent: true);
        foreach (var pictures in new[] { real, fake }.OfType<Tensor>())
            tape.watch(pictures);
        var slope = new InputGradient(Judge);
        var penalty = golden.Text("penalty") switch
        {
            "r1" => new R1(golden.Number("gamma")).Apply(slope, real!, real!),
            "r2" => new R2(golden.Number("gamma")).Apply(slope, fake!, fake!),
            _ => new GradientPenalty(golden.Number("lambda"), golden.Number("target"))
                .Apply(slope, real!, fake!, golden["interpolation"]),
        };
        golden.IsNear("penalty", penalty);

        foreach (var (name, gradient) in s_weights.Zip(tape.gradient(penalty, discriminator.TrainableVariables)))
            golden.IsNear("d" + name, gradient);
        if (real is not null)
            golden.IsNear("dreal", tape.gradient(penalty, real));
        if (fake is not null)
            golden.IsNear("dfake", tape.gradient(penalty, fake));

        Tensor Judge(Tensor pictures) => discriminator.Apply(pictures, training: true);
        Tensor? Given(string name) => golden.Has(name) ? golden[name] : null;
    }

    private static Tensorflow.Keras.Engine.Sequential Discriminator(GoldenCase golden, Tensor pictures)
    {
        ILayer Activation() => golden.Text("activation") == "tanh" ? keras.layers.Activation("tanh")
            : keras.layers.LeakyReLU(golden.Number("alpha"));
        var model = keras.Sequential(
            keras.layers.Conv2D((int)golden["bias1"].size, (5, 5), (2, 2), "same"), Activation(),
            keras.layers.Conv2D((int)golden["bias2"].size, (5, 5), (2, 2), "same"), Activation(),
            keras.layers.Flatten(), keras.layers.Dense(1));
        model.Apply(pictures);
        model.set_weights(s_weights.Select(name => golden[name].numpy()));
        return model;
    }
}
