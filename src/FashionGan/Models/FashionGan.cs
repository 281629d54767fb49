using FashionGanTf.Conditions;
using FashionGanTf.Datasets;
using FashionGanTf.Imaging;
using FashionGanTf.Networks;
using FashionGanTf.Penalties;
using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Initializers;
using Tensorflow.Keras.Metrics;
using static Tensorflow.Binding;

namespace FashionGanTf.Models;

/// <summary>
/// A generator that draws from noise, a discriminator that tells drawn from real, and the training step that plays them against each
/// other. It draws pictures of 28 x 28 in gray, as Fashion-MNIST's, unless it is told another shape; with classes it draws what it is
/// asked for. The networks are a <see cref="Dcgan"/>'s unless others are named.
/// </summary>
public sealed partial class FashionGan : Model
{
    private readonly NetworkShape _shape;
    private readonly Mean _d_loss = new(name: GanLogs.DLoss);
    private readonly Mean _g_loss = new(name: GanLogs.GLoss);
    private readonly Mean _d_real = new(name: GanLogs.DReal);
    private readonly Mean _d_fake = new(name: GanLogs.DFake);
    private readonly Mean _d_accuracy_real = new(name: GanLogs.DAccuracyReal);
    private readonly Mean _d_accuracy_fake = new(name: GanLogs.DAccuracyFake);

    /// <summary>What the discriminator's last step told and nobody has read yet: d_loss, and the sums over the pictures of d_real,
    /// d_fake and both accuracies.</summary>
    private Tensor? _d_told;

    /// <summary>The generator's last loss, where nobody has read it yet.</summary>
    private Tensor? _g_told;
    private long _pictures_judged;
    private (float Discriminator, float Generator) _last_losses;

    /// <summary>A GAN with fresh weights.</summary>
    /// <param name="latent_dim">Numbers of noise that a picture is drawn from; at least 1.</param>
    /// <param name="classes">How many classes pictures have, called <c>class 0</c> and so on; 0 for a GAN without classes.</param>
    /// <param name="picture">The pictures, 28, 32, 56, 64, 112 or 128 pixels a side, in gray or in colour; null for 28 x 28 in
    /// gray.</param>
    /// <param name="network">Which networks: <c>dcgan</c>, <c>residual</c>, see <see cref="ResidualGan"/>, or <c>stylegan</c>, see
    /// <see cref="StyleGan"/>.</param>
    /// <param name="attention">Pixels a side of the maps that a <see cref="SelfAttention"/> follows in both networks of a DCGAN; null for
    /// none.</param>
    /// <param name="spectral_normalization">Whether each layer of a DCGAN's discriminator is in a <see
    /// cref="Tensorflow.Keras.Layers.SpectralNormalization"/>.</param>
    /// <exception cref="ArgumentException">There are no networks of that name or for such pictures, or no maps of that
    /// size.</exception>
    public FashionGan(
        int latent_dim = 100, int classes = 0, PictureShape? picture = null, string network = GanNetworks.Dcgan, int? attention = null,
        bool spectral_normalization = false)
        : this(latent_dim, ClassNames.Numbered(classes), picture, network, attention, spectral_normalization)
    {
    }

    /// <summary>A GAN with fresh weights, and classes that have names.</summary>
    /// <param name="latent_dim">Numbers of noise that a picture is drawn from; at least 1.</param>
    /// <param name="classes">The names, in the order of the labels; <see cref="ClassNames.None"/> for a GAN without classes.</param>
    /// <param name="picture">The pictures, 28, 32, 56, 64, 112 or 128 pixels a side, in gray or in colour; null for 28 x 28 in
    /// gray.</param>
    /// <param name="network">Which networks: <c>dcgan</c>, <c>residual</c>, see <see cref="ResidualGan"/>, or <c>stylegan</c>, see
    /// <see cref="StyleGan"/>.</param>
    /// <param name="attention">Pixels a side of the maps that a <see cref="SelfAttention"/> follows in both networks of a DCGAN; null for
    /// none.</param>
    /// <param name="spectral_normalization">Whether each layer of a DCGAN's discriminator is in a <see
    /// cref="Tensorflow.Keras.Layers.SpectralNormalization"/>.</param>
    /// <exception cref="ArgumentException">There are no networks of that name or for such pictures, or no maps of that
    /// size.</exception>
    public FashionGan(
        int latent_dim, ClassNames classes, PictureShape? picture = null, string network = GanNetworks.Dcgan, int? attention = null,
        bool spectral_normalization = false)
        : this(GanNetworks.Named(network, picture ?? PictureShape.FashionMnist, latent_dim, attention, spectral_normalization), classes)
    {
    }

    /// <param name="shape">The networks.</param>
    /// <param name="classes">What can be asked for.</param>
    /// <param name="vocabulary">The words that texts can have.</param>
    /// <param name="generatorIsLoaded">Whether the generator's weights are loaded next; until then those that would be drawn are 0.</param>
    internal FashionGan(
        NetworkShape shape, ClassNames? classes = null, Vocabulary? vocabulary = null, bool generatorIsLoaded = false)
        : base(new ModelArgs { Name = "fashion_gan" })
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shape.LatentDim, 1, "latent_dim");
        (_shape, Classes, Vocabulary) = (shape, classes ?? ClassNames.None, vocabulary);
        using (generatorIsLoaded ? RandomInitializer.Skip() : null)
            Generator = NewGenerator();
        Discriminator = vocabulary is null ? shape.Discriminator(Classes.Count) : shape.TextDiscriminator(vocabulary.Count);
        StackLayers(Generator, Discriminator);
    }

    /// <summary>What can be asked for; empty for a GAN without classes.</summary>
    public ClassNames Classes { get; }

    /// <summary>Whether it has classes.</summary>
    public bool IsConditional => Classes.Count > 0;

    /// <summary>The words that texts can have; null for a GAN without texts.</summary>
    public Vocabulary? Vocabulary { get; }

    /// <summary>Noise (N, latent_dim) to pictures (N, size, size, channels) in [-1, 1]; with classes it takes conditions (N, classes),
    /// too, with texts tokens (N, T).</summary>
    public Model Generator { get; }

    /// <summary>Pictures (N, size, size, channels) in [-1, 1] to logits (N, 1): above 0 means that it takes a picture for real. With
    /// classes it takes conditions (N, classes), too, and a DCGAN's also gives logits of the classes; with texts it takes tokens (N, T) and
    /// gives logits of the words.</summary>
    public Model Discriminator { get; }

    /// <summary>Numbers of noise that a picture is drawn from.</summary>
    public int LatentDim => _shape.LatentDim;

    /// <summary>The size and colours of its pictures.</summary>
    public PictureShape Picture => _shape.Picture;

    /// <inheritdoc/>
    public override IEnumerable<Metric> metrics
    {
        get
        {
            log();
            return [_d_loss, _g_loss, _d_real, _d_fake, _d_accuracy_real, _d_accuracy_fake];
        }
    }

    /// <summary>The last step's own losses; logs tell the epoch's means.</summary>
    internal (float Discriminator, float Generator) LastLosses
    {
        get
        {
            log();
            return _last_losses;
        }
    }

    /// <summary>Moves the generator's weights; null before <c>compile</c>.</summary>
    internal IOptimizer GeneratorOptimizer => _g_optimizer;

    /// <summary>Moves the discriminator's weights; null before <c>compile</c>.</summary>
    internal IOptimizer DiscriminatorOptimizer => _d_optimizer;

    /// <summary>Where a training step takes its noise from: (N) to (N, latent_dim). Tests put known noise here.</summary>
    internal Func<long, Tensor>? Noise { get; set; }

    /// <summary>One step of each player on one batch of real pictures.</summary>
    /// <param name="x">Pictures (N, size, size, channels) in [-1, 1].</param>
    /// <param name="y">The pictures' labels (N), or with texts int32 (N, 2, T): tokens of a caption, and of a text that is wrong for the
    /// picture. A GAN without either does not use them.</param>
    /// <returns>
    /// Means since the epoch began: d_loss, g_loss, d_real, d_fake, d_accuracy_real and d_accuracy_fake; <see cref="GanLogs.Meanings"/>
    /// says what each means.
    /// </returns>
    /// <exception cref="ArgumentException">The batch has one picture (a data set's last batch is left out with
    /// <c>batch(n, drop_remainder: true)</c>), or a GAN with classes or texts got none.</exception>
    public override Dictionary<string, float> train_step(Tensors x, Tensors? y)
    {
        // For those who call it themselves, too.
        using var together = VariableSnapshot.Postpone();
        Tensor real_images = x;
        if (real_images.shape[0] < 2)
            throw new ArgumentException(TrainingPictures.OneIsTooFew);
        var (condition, mismatch) = conditions_of(y);
        if (_strategy is null)
        {
            discriminator_step(real_images, condition, mismatch);
            generator_step(real_images, condition);
        }
        else
        {
            replicas_step(real_images, condition, mismatch);
        }

        log();
        return new Dictionary<string, float>
        {
            [GanLogs.DLoss] = (float)_d_loss.result(),
            [GanLogs.GLoss] = (float)_g_loss.result(),
            [GanLogs.DReal] = (float)_d_real.result(),
            [GanLogs.DFake] = (float)_d_fake.result(),
            [GanLogs.DAccuracyReal] = (float)_d_accuracy_real.result(),
            [GanLogs.DAccuracyFake] = (float)_d_accuracy_fake.result(),
        };
    }

    /// <summary>Draws: noise (N, latent_dim), with classes and conditions (N, classes), to pictures (N, size, size, channels).</summary>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        Generator.Apply(inputs, training: training ?? false);

    /// <param name="real_images">(N, size, size, channels).</param>
    /// <param name="condition">(N, classes), or with texts tokens (N, T), of real pictures and drawn ones; null without either.</param>
    /// <param name="mismatch">With texts tokens (N, T) that are wrong for the real pictures.</param>
    internal void discriminator_step(Tensor real_images, Tensor? condition = null, Tensor? mismatch = null)
    {
        // Outside the tape: the discriminator's update needs no gradient through the generator.
        var fake_images = draw(real_images.shape[0], condition);

        using var tape = tf.GradientTape();
        using var slope = _penalties.Count > 0 && _d_optimizer.iterations % _penalty_every == 0
            ? InputGradient.Of(images => judge(images, condition).Logits, real_images, fake_images) : null;
        var (real_output, fake_output, wrong_output, real_names) = slope is null && mismatch is null
            && _shape.JudgesTogether(real_images.shape[0] * (_strategy?.num_replicas_in_sync ?? 1))
            ? judge_together(real_images, fake_images, condition) : judge_apart(real_images, fake_images, condition, mismatch);
        slope?.Judged(real_output, fake_output);
        var d_loss = _objective!.Discriminator(real_output, fake_output);
        // A real picture with a wrong text is as wrong as a drawn one (Reed et al., Generative Adversarial Text to Image Synthesis, 2016,
        // algorithm 1).
        if (wrong_output is not null)
            d_loss = 0.5f * (d_loss + _objective.Discriminator(real_output, wrong_output));
        if (real_names is not null)
            d_loss += naming_loss(condition!, real_names);

        // Not logged: taken only now and then, they would make the curve jagged.
        var d_cost = d_loss;
        if (slope is not null)
            foreach (var penalty in _penalties)
                d_cost += PenaltyShare * _penalty_every * penalty.Apply(slope, real_images, fake_images);

        var variables = Discriminator.TrainableVariables;
        var gradients = tape.gradient(d_cost, variables);
        var (real, fake) = _objective.Verdicts(real_output, fake_output);
        _pictures_judged = real_images.shape[0];
        var told = tf.stack(
            [d_loss, tf.reduce_sum(tf.sigmoid(real)), tf.reduce_sum(tf.sigmoid(fake)), tf.reduce_sum(tf.cast(real > 0, tf.float32)),
                tf.reduce_sum(tf.cast(fake < 0, tf.float32))]);
        merge(gradients, told, (gradients, told) =>
        {
            _d_optimizer.apply_gradients(zip(gradients, variables));
            AugmentStrength?.Adapt(told[3] / (float)_pictures_judged, _pictures_judged);
            _d_told = told;
        });
    }

    /// <inheritdoc cref="discriminator_step"/>
    internal void generator_step(Tensor real_images, Tensor? condition = null)
    {
        // Outside the tape: real pictures do not depend on the generator.
        var real_output = GeneratorComparesWithReal ? judge(real_images, condition).Logits : null;

        using var tape = tf.GradientTape();
        var (fake_output, fake_names) = judge(draw(real_images.shape[0], condition), condition);
        var g_loss = _objective!.Generator(fake_output, real_output);
        if (fake_names is not null)
            g_loss += _class_weight * naming_loss(condition!, fake_names);

        var variables = Generator.TrainableVariables;
        var gradients = tape.gradient(g_loss, variables);
        merge(gradients, g_loss, (gradients, told) =>
        {
            _g_optimizer.apply_gradients(zip(gradients, variables));
            GeneratorAverage?.apply(variables);
            _g_told = told;
        });
    }

    /// <summary>Reads what the players' last steps told, and tells the metrics. Not sooner than somebody wants it: a card has to finish its
    /// work for that.</summary>
    private void log()
    {
        if (_d_told is { } d_told)
        {
            _d_told = null;
            var told = d_told.ToArray<float>();
            _last_losses.Discriminator = told[0];
            _d_loss.update_state(told[0]);
            _d_real.update_state(told[1] / (double)_pictures_judged, _pictures_judged);
            _d_fake.update_state(told[2] / (double)_pictures_judged, _pictures_judged);
            _d_accuracy_real.update_state(told[3] / (double)_pictures_judged, _pictures_judged);
            _d_accuracy_fake.update_state(told[4] / (double)_pictures_judged, _pictures_judged);
        }

        if (_g_told is { } g_told)
        {
            _g_told = null;
            _last_losses.Generator = g_told.ToArray<float>()[0];
            _g_loss.update_state(_last_losses.Generator);
        }
    }

    /// <summary>Labels (N) to conditions (N, classes), or texts (N, 2, T) to tokens (N, T) that are right and that are wrong; null without
    /// either.</summary>
    private (Tensor? Condition, Tensor? Mismatch) conditions_of(Tensors? y)
    {
        if (Vocabulary is not null)
        {
            var texts = tf.unstack(y ?? throw new ArgumentException("A GAN with texts learns from pictures with captions; there are none."),
                axis: 1);
            return (texts[0], texts[1]);
        }

        return (!IsConditional ? null
            : tf.one_hot(y ?? throw new ArgumentException("A GAN with classes learns from pictures with labels; there are none."),
                Classes.Count), null);
    }

    /// <summary>How well the discriminator names what pictures were asked to be.</summary>
    private Tensor naming_loss(Tensor condition, Tensor names) =>
        _word_loss?.Apply(condition, names) ?? _class_loss.Call(condition, names);

    private Model NewGenerator() =>
        Vocabulary is null ? _shape.Generator(Classes.Count) : _shape.TextGenerator(Vocabulary.Count);

    private static Tensors with(Tensor x, Tensor? condition) => condition is null ? x : new Tensors(x, condition);

    private Tensor draw(long batch_size, Tensor? condition) => Generator.Apply(with(noise(batch_size), condition), training: true);

    /// <summary>Logits (N, 1), and with a condition those of the classes (N, classes) or the words, of pictures as they are after
    /// augmentation.</summary>
    private (Tensor Logits, Tensor? Names) judge(Tensor images, Tensor? condition)
    {
        var outputs = Discriminator.Apply(with(_augment?.Apply(images) ?? images, condition), training: true);
        return (outputs[0], outputs.Count > 1 ? outputs[1] : null);
    }

    /// <summary>Logits (N, 1) of real pictures, of drawn ones, and with texts of real ones with a wrong text; and how real ones are
    /// named.</summary>
    private (Tensor Real, Tensor Fake, Tensor? Wrong, Tensor? Names) judge_apart(
        Tensor real_images, Tensor fake_images, Tensor? condition, Tensor? mismatch)
    {
        var (real, names) = judge(real_images, mismatch is null ? condition : tf.concat([condition!, mismatch], 0));
        var (fake, _) = judge(fake_images, condition);
        if (mismatch is null)
            return (real, fake, null, names);
        var n = (int)real_images.shape[0];
        return (real[new Slice(0, n)], fake, real[new Slice(n, 2 * n)], names);
    }

    /// <summary>The same in one batch, without texts. Pairs of a real and a drawn picture follow each other, so that a replica's part of
    /// the pairs is one part of the batch, and of all random numbers.</summary>
    private (Tensor Real, Tensor Fake, Tensor? Wrong, Tensor? Names) judge_together(
        Tensor real_images, Tensor fake_images, Tensor? condition)
    {
        var (logits, names) = judge(
            Paired(real_images, fake_images), condition is null ? null : Paired(condition, condition));
        return (OfPairs(logits, 0), OfPairs(logits, 1), null, names is null ? null : OfPairs(names, 0));

        static Tensor Paired(Tensor first, Tensor second) =>
            tf.reshape(tf.stack([first, second], 1), new Shape([-1, .. first.shape.dims[1..]]));
        static Tensor OfPairs(Tensor all, int which) => tf.reshape(all, (all.shape[0] / 2, 2, all.shape[1]))[$":, {which}"];
    }

    private Tensor noise(long batch_size) => Noise?.Invoke(batch_size) ?? tf.random.normal((batch_size, (long)LatentDim));
}
