using Tensorflow.Keras;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>What was trainable when a model was compiled is what it trains, as Keras documents; two models that share layers rely on
/// it.</summary>
[TestClass]
public class TrainableTests
{
    private static readonly NDArray s_noise = tf.random.Generator.from_seed(1).normal((8, 3)).numpy();
    private static readonly NDArray s_pictures = tf.random.Generator.from_seed(2).normal((8, 4)).numpy();
    private static readonly NDArray s_labels = np.array(1f, 0f, 1f, 0f, 1f, 0f, 1f, 0f).reshape((8, 1));

    /// <summary>A GAN as tutorials write it: the discriminator is compiled, then frozen, then the model of both is compiled.</summary>
    [TestMethod]
    [DataRow(true, true)]
    [DataRow(true, false)]
    [DataRow(false, true)]
    [DataRow(false, false)]
    public void ADiscriminatorTrainsAloneAndStaysInTheCombinedModel(bool discriminatorFirst, bool isFrozenAfterwards)
    {
        var (generator, discriminator) = Networks();
        Tensors input = keras.Input(3);
        if (discriminatorFirst)
            discriminator.compile("adam", "binary_crossentropy");
        discriminator.Trainable = false;
        var combined = keras.Model(input, discriminator.Apply(generator.Apply(input)));
        combined.compile("adam", "binary_crossentropy");
        discriminator.Trainable = true;
        if (!discriminatorFirst)
            discriminator.compile("adam", "binary_crossentropy");
        discriminator.Trainable = !isFrozenAfterwards;

        for (var step = 0; step < 3; step++)
        {
            var (g, d) = (Values(generator), Values(discriminator));
            discriminator.train_on_batch(s_pictures, s_labels);
            CollectionAssert.AreEqual(g, Values(generator), "the generator in the discriminator's step");
            RequireAllChanged(d, discriminator);
            d = Values(discriminator);
            combined.train_on_batch(s_noise, s_labels);
            CollectionAssert.AreEqual(d, Values(discriminator), "the discriminator in the combined model's step, statistics and all");
            RequireAllChanged(g, generator);
        }

        Assert.AreEqual(!isFrozenAfterwards, discriminator.Trainable, "steps leave it as it was set");
        Assert.IsTrue(discriminator.Layers.All(layer => layer.Trainable != isFrozenAfterwards));
        Assert.HasCount(isFrozenAfterwards ? 0 : 6, discriminator.TrainableVariables);
    }

    /// <summary>The same for fit, and for a change while it runs.</summary>
    [TestMethod]
    public void WhatIsSetWhileFitRunsWaitsForTheNextCompile()
    {
        var (_, model) = Networks();
        var first = model.Layers[0];
        model.compile("sgd", "binary_crossentropy");
        var (before, all) = (Values(first), Values(model));
        var freeze = keras.callbacks.LambdaCallback(on_train_batch_end: (_, _) => model.Trainable = false);
        model.fit(s_pictures, s_labels, batch_size: 4, epochs: 2, verbose: 0, callbacks: [freeze]);
        RequireAllChanged(all, model);
        Assert.IsFalse(model.Trainable);

        model.Trainable = true;
        first.Trainable = false;
        model.compile("sgd", "binary_crossentropy");
        before = Values(first);
        model.fit(s_pictures, s_labels, verbose: 0);
        CollectionAssert.AreEqual(before, Values(first));
    }

    /// <summary>A step of a program's own asks for <c>TrainableVariables</c>: in fit it finds those of the time of compile.</summary>
    [TestMethod]
    public void AStepOfAModelsOwnFindsWhatWasTrainableAtCompile()
    {
        var model = new Listing();
        model.compile("sgd", "mse");
        model.Trainable = false;
        Assert.AreEqual(2, model.fit(s_pictures, s_labels, verbose: 0).history["trainable"][0]);
        Assert.AreEqual(0, model.train_step(s_pictures, s_labels)["trainable"]);
    }

    private static (Sequential Generator, Sequential Discriminator) Networks() => (
        keras.Sequential(keras.layers.InputLayer(3), keras.layers.Dense(5), keras.layers.BatchNormalization(), keras.layers.Dense(4)),
        keras.Sequential(keras.layers.InputLayer(4), keras.layers.Dense(5), keras.layers.BatchNormalization(),
            keras.layers.Dense(1, "sigmoid")));

    private static float[] Values(ILayer layer) => [.. layer.Weights.SelectMany(weight => weight.numpy().ToArray<float>())];

    private static void RequireAllChanged(float[] before, Layer layer)
    {
        var at = 0;
        foreach (var weight in layer.Weights)
        {
            var values = weight.numpy().ToArray<float>();
            // The bias before a batch normalisation has no gradient: the mean takes it away again.
            if (!weight.Name.Contains("bias", StringComparison.Ordinal))
                CollectionAssert.AreNotEqual(before[at..(at + values.Length)], values, weight.Name);
            at += values.Length;
        }
    }

    /// <summary>Logs how many variables it could train.</summary>
    private sealed class Listing : Model
    {
        private readonly ILayer _layer = keras.layers.Dense(1);

        internal Listing()
            : base(new() { Name = "listing" })
        {
            StackLayers(_layer);
            _layer.Apply(s_pictures);
        }

        public override Dictionary<string, float> train_step(Tensors x, Tensors? y) => new() { ["trainable"] = TrainableVariables.Count };
    }
}
