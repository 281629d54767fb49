using FashionGanTf.Conditions;
using FashionGanTf.Objectives;
using Tensorflow;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Objectives;

/// <summary>The loss of naming a caption's words, worked out by hand.</summary>
[TestClass]
public class WordLossTests
{
    private static readonly float[] s_logits = [1, -2, 0.5f, 3, -1, 0];

    [TestMethod]
    public void WordsThatTheCaptionExcludesAreWrongAndOthersAreNotCounted()
    {
        // a, dark, light, dress, boot, wide: wide and a exclude none.
        var loss = new WordLoss(new Vocabulary(["a", "dark", "light", "dress", "boot", "wide"], [(1, 2), (3, 4)], ["a dark dress"]));
        // "a dark dress": said dark and dress, excluded light and boot.
        Assert.AreEqual((Softplus(2) + Softplus(-3)) / 2 + (Softplus(0.5) + Softplus(-1)) / 2, Value(loss, 1, 2, 4), 1e-6);
        // "light": nothing is said of dress and boot.
        Assert.AreEqual(Softplus(-0.5) + Softplus(-2), Value(loss, 3, 0, 0), 1e-6);
        Assert.AreEqual(0, Value(loss, 1, 6, 0), "a wide: nothing that tells");
    }

    [TestMethod]
    public void WithoutExclusionsAllThatIsNotSaidIsWrong()
    {
        var loss = new WordLoss(new Vocabulary(["a", "dark", "light", "dress", "boot", "wide"], [], ["a dark dress"]));
        Assert.AreEqual((Softplus(2) + Softplus(-3)) / 2 + (Softplus(1) + Softplus(0.5) + Softplus(-1) + Softplus(0)) / 4,
            Value(loss, 2, 4, 4), 1e-6);
    }

    private static double Softplus(double x) => Math.Log(1 + Math.Exp(x));

    /// <summary>The loss of a batch that has the caption twice.</summary>
    private static double Value(WordLoss loss, params int[] tokens) => loss.Apply(
        tf.reshape(tf.constant(tokens.Concat(tokens).ToArray()), (2, tokens.Length)),
        tf.reshape(tf.constant(s_logits.Concat(s_logits).ToArray()), (2, s_logits.Length))).ToArray<float>()[0];
}
