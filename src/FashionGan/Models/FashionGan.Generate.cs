using FashionGanTf.Conditions;
using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Networks;
using Tensorflow;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;

namespace FashionGanTf.Models;

/// <content>A trained generator: to and from a file, and drawing with it.</content>
public sealed partial class FashionGan
{
    /// <summary>Pixels of the pictures that are drawn at once, 128 of 28 x 28, which decides the memory; what is drawn does not depend
    /// on it.</summary>
    private const int PixelsAtOnce = 128 * 28 * 28;

    /// <summary>A batch of fewer pays too much for reading the weights.</summary>
    private const int LeastAtOnce = 16;

    /// <summary>Pictures that are drawn at once.</summary>
    private int AtOnce => Math.Max(LeastAtOnce, PixelsAtOnce / (Picture.Size * Picture.Size));

    /// <summary>A GAN with a trained generator: what <see cref="Save"/> wrote. Its discriminator's weights are fresh, the same ones each
    /// time: a training on another thread is not to miss random numbers.</summary>
    /// <param name="path">A generator's weights, as <see cref="Save"/> writes them and a run leaves them in
    /// <c>run/generator.safetensors</c>.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It holds no weights of this generator, or some that are not finite; the one-line message says
    /// what it is and what was expected.</exception>
    public static FashionGan Load(string path)
    {
        var file = GeneratorFile.Open(path);
        var gan = ToLoad(file.Shape, file.Classes, file.Vocabulary);
        try
        {
            gan.Generator.load_weights(path);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException(error.Message, error);
        }

        GeneratorFile.RequireFinite(path, gan.Generator);
        gan._judge = new Lazy<Model?>(() => JudgeBeside(path, gan));
        return gan;
    }

    /// <summary>Writes what drawing needs, the weights and moving statistics of the generator, or of the averaged one, for
    /// <see cref="Load"/>; the file is whole or not there.</summary>
    /// <param name="path">The file, in safetensors format; its folder must exist. A discriminator goes to a file of its own with
    /// <c>Discriminator.save_weights</c>.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path) => WithWeights(generator =>
    {
        GeneratorFile.Save(path, generator, Classes, Vocabulary);
        return path;
    });

    /// <summary>
    /// Draws pictures. The same seed gives the same pictures, and picture i of a seed is the same whatever <paramref name="count"/> is. Any
    /// number of threads may draw, and one may train meanwhile: all pictures of a call are drawn with the weights between two of its steps.
    /// </summary>
    /// <param name="count">How many; at least 1.</param>
    /// <param name="seed">Chooses the noise.</param>
    /// <param name="first">The number of the first.</param>
    /// <param name="class">What to draw, a class as <see cref="ClassNames.Find"/> reads it, or a text; where a GAN has either and nothing
    /// is asked for, its classes, or captions of its training, take turns. The same seed asked for something else draws from the same
    /// noise.</param>
    /// <returns>Pictures of the shape <see cref="Picture"/>.</returns>
    /// <exception cref="ArgumentException">The GAN does not know what is asked for; the one-line message says what it knows.</exception>
    public Bitmap[] Generate(int count, int seed, long first = 0, string? @class = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (@class is not null)
            Conditions.Of(@class);
        return Draw(count, (done, batch) => LatentNoise.Of(seed, first + done, batch, LatentDim),
            (conditions, picture) => conditions.Of(@class ?? conditions.InTurn(first + picture)));
    }

    /// <summary>Draws the pictures of recipes. A picture is the same whatever stands beside it.</summary>
    /// <param name="recipes">What to draw; at least one.</param>
    /// <param name="manner">How to draw them all; null for <see cref="Manner.Plain"/>.</param>
    /// <returns>Pictures as of <see cref="Generate"/>.</returns>
    /// <exception cref="ArgumentException">A recipe asks for what the model has not, a class for instance, or the manner does.</exception>
    public Bitmap[] Draw(IEnumerable<Recipe> recipes, Manner? manner = null)
    {
        var list = recipes.ToList();
        FindDirections(list);
        return WithWeights(generator => Draw(generator, Prepare(generator, list, manner ?? Manner.Plain)));
    }

    /// <summary>Draws pictures from noise.</summary>
    /// <param name="noise">For each picture <see cref="LatentDim"/> numbers; at least one picture.</param>
    /// <param name="conditions">For each picture a condition, see <see cref="Condition"/>; null where classes or captions take turns, or
    /// there are none.</param>
    /// <returns>Pictures as of <see cref="Generate"/>.</returns>
    /// <exception cref="ArgumentException">There is no picture, or one has more or fewer numbers.</exception>
    public Bitmap[] Draw(IReadOnlyList<float[]> noise, IReadOnlyList<float[]>? conditions = null)
    {
        if (noise.Count == 0 || noise.Any(one => one.Length != LatentDim))
            throw new ArgumentException($"Pictures are drawn from {LatentDim} numbers each, and at least one is.");
        if (conditions is not null && (conditions.Count != noise.Count || conditions.Any(one => one.Length != ConditionSize)))
            throw new ArgumentException($"Each of {noise.Count} pictures needs a condition of {ConditionSize} numbers.");
        return Draw(noise.Count, (done, batch) => Condition.Rows([.. noise.Skip(done).Take(batch)]),
            (known, picture) => conditions?[picture] ?? known.Of(known.InTurn(picture)));
    }

    /// <summary>Draws what <see cref="Prepare(IReadOnlyList{Recipe}, Manner)"/> made.</summary>
    internal Bitmap[] Draw(IReadOnlyList<GeneratorInput> inputs) => WithWeights(generator => Draw(generator, inputs));

    private Bitmap[] Draw(Model generator, IReadOnlyList<GeneratorInput> inputs) =>
        InBatches(inputs.Count, (done, batch) => Drawn(generator, [.. inputs.Skip(done).Take(batch)]));

    /// <param name="count">How many pictures.</param>
    /// <param name="noise">That of so many pictures from a place on.</param>
    /// <param name="condition">That of a picture; not asked for where the generator takes none.</param>
    private Bitmap[] Draw(int count, Func<int, int, Tensor> noise, Func<IConditions, int, float[]> condition) =>
        WithWeights(generator =>
        {
            var known = ConditionsOf(generator);
            return InBatches(count, (done, batch) => OnConditions(generator).Apply(with(noise(done, batch), known.Size == 0 ? null
                : Condition.Rows([.. Enumerable.Range(done, batch).Select(picture => condition(known, picture))])), training: false));
        });

    /// <summary>What can be asked for, and the conditions that the generator takes for it. For one thread; those of texts are the
    /// generator's of this moment.</summary>
    public IConditions Conditions => ConditionsOf(Generator);

    /// <summary>How many numbers a condition has; 0 where nothing can be asked for.</summary>
    private int ConditionSize => Vocabulary is null ? Classes.Count : TextEncoder.Size;

    /// <summary>What a network of this model can be asked for.</summary>
    private IConditions ConditionsOf(Model network) =>
        network is TextNetwork texts ? new TextConditions(Vocabulary!, texts.Encoder) : Classes;

    /// <summary>A network that takes conditions, of one that may take texts.</summary>
    private static Model OnConditions(Model network) => (network as TextNetwork)?.OnConditions ?? network;

    /// <param name="count">How many pictures.</param>
    /// <param name="draw">Draws so many from a place on: (N, size, size, channels).</param>
    private Bitmap[] InBatches(int count, Func<int, int, Tensor> draw)
    {
        var pictures = new Bitmap[count];
        var atOnce = AtOnce;
        for (var done = 0; done < count; done += atOnce)
        {
            using var scope = TensorScope.Begin();
            PixelRange.ToBitmaps(draw(done, Math.Min(atOnce, count - done))).CopyTo(pictures, done);
        }

        return pictures;
    }

    /// <summary>Does something with the generator that draws, whose weights stay meanwhile.</summary>
    private T WithWeights<T>(Func<Model, T> use)
    {
        var averaged = TakeAveraged();
        using var snapshot = averaged is null ? VariableSnapshot.Take(Generator.Weights) : null;
        try
        {
            return use(averaged?.Generator ?? Generator);
        }
        finally
        {
            if (averaged is not null)
                ReturnAveraged(averaged);
        }
    }

    /// <summary>A GAN whose generator's weights are loaded next; making it leaves the program's random numbers as they are.</summary>
    internal static FashionGan ToLoad(NetworkShape shape, ClassNames classes, Vocabulary? vocabulary = null)
    {
        using var own = tf.random.use_generator(tf.random.Generator.from_seed(0));
        return new FashionGan(shape, classes, vocabulary, generatorIsLoaded: true);
    }
}
