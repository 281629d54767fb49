using System.Globalization;
using System.Security.Cryptography;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Captions.Grammar;
using FashionGanTf.Conditions;
using FashionGanTf.Datasets;
using FashionGanTf.Evaluation;
using FashionGanTf.Evaluation.Pictures;
using FashionGanTf.Evaluation.Words;
using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Training;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Cli.Commands;

/// <summary>Where the pictures come from that <c>evaluate</c> judges.</summary>
internal sealed class JudgedPictures
{
    private const string GeneratorName = "generator.safetensors";

    private readonly string? _model;
    private readonly string? _images;
    private readonly string? _discriminator;
    private readonly Manner _manner;
    private readonly bool _mixesStyles;
    private (FashionGan Gan, string Sha256)? _loaded;

    /// <summary>Pictures of a generator, of a place, or of a run; with none of these, of the generator that ships.
    /// Nothing large is read yet.</summary>
    /// <param name="model">A generator's weights, or the name of one that ships.</param>
    /// <param name="images">A folder of PNG files or an IDX file.</param>
    /// <param name="run">A folder with a run, or the <c>run/</c> in it.</param>
    /// <param name="manner">How a generator draws.</param>
    /// <param name="mixesStyles">Whether it mixes styles as in training.</param>
    /// <exception cref="IOException">The folder holds no run.</exception>
    internal JudgedPictures(string? model, string? images, string? run, Manner manner, bool mixesStyles)
    {
        (_model, _images, _manner, _mixesStyles) = (model, images, manner, mixesStyles);
        if (run is null)
        {
            var beside = Path.Combine(Path.GetDirectoryName(model) ?? "", DiscriminatorFile.Name);
            _discriminator = model is not null && !ModelOption.IsShipped(model) && File.Exists(beside) ? beside : null;
            if (_discriminator is not null && OptionsBeside(beside)?.HasBorderAtZero() is false)
                _discriminator = null;
            return;
        }

        if (!Directory.Exists(run))
            throw new DirectoryNotFoundException(
                $"--run {run}: {(File.Exists(run) ? "this is a file, not a folder" : "there is no such folder")}.");
        var folder = File.Exists(Path.Combine(run, GeneratorName)) ? run : new RunFolders(run).Run;
        if (!File.Exists(Path.Combine(folder, DiscriminatorFile.Name)))
            throw new FileNotFoundException(
                $"--run {run}: this folder holds no run that has ended an epoch; there is no " +
                $"{Path.Combine(folder, DiscriminatorFile.Name)}.");
        _discriminator = Path.Combine(folder, DiscriminatorFile.Name);
        if (images is null)
            _model ??= Path.Combine(folder, GeneratorName);
        if (OptionsBeside(_discriminator) is { } options)
        {
            Run = options;
            // A discriminator that is asked with a condition cannot judge pictures whose class nobody knows.
            if ((images is not null && options.Conditional is true) || !options.HasBorderAtZero())
                _discriminator = null;
        }
    }

    /// <summary>The options that the run was trained with; null where there is no run.</summary>
    internal TrainingOptions? Run { get; }

    /// <summary>The generator that draws; only where no pictures are named.</summary>
    internal FashionGan Gan => (_loaded ??= ModelOption.IsShipped(Model)
        ? (FashionGan.Pretrained(Model), FashionGan.PretrainedSha256(Model)) : Load(Model)).Gan;

    private string Model => _model ?? FashionGan.PretrainedNames[0];

    /// <summary>The data that the pictures are compared with, made to what the generator draws; all of them, also where a run saw some
    /// only.</summary>
    /// <param name="asked">What was asked for.</param>
    /// <exception cref="InvalidDataException">The generator draws other pictures than were asked for.</exception>
    internal PictureOptions Options(TrainingOptions asked)
    {
        var options = asked.Pictures() with { Limit = null };
        if (_images is not null)
            return options;
        var drawn = Gan.Picture;
        if ((options.Size ?? drawn.Size, options.Channels ?? drawn.Channels) != (drawn.Size, drawn.Channels))
            throw new InvalidDataException($"{Model} draws pictures of {drawn}; leave --size and --channels out.");
        return options with { Size = drawn.Size, Channels = drawn.Channels };
    }

    /// <summary>Reads or draws the pictures.</summary>
    /// <param name="shape">The data's.</param>
    /// <param name="count">How many; at most, where they are there already.</param>
    /// <param name="reference">What they are compared with.</param>
    /// <param name="seed">Which are drawn.</param>
    /// <param name="words">Whether the model is asked for captions, too.</param>
    /// <param name="begin">Is told what begins.</param>
    /// <param name="interrupted">Ends the drawing.</param>
    /// <exception cref="InvalidDataException">The model cannot be asked for captions.</exception>
    internal EvaluationSubject Subject(
        PictureShape shape, int count, Reference reference, int seed, bool words, Action<string> begin, CancellationToken interrupted)
    {
        if (_images is not null)
            return new EvaluationSubject(_images, PictureSource.Read(_images, shape, count), reference, seed)
            {
                Discriminator = Discriminator(ClassNames.None, shape),
            };
        var (gan, isShipped) = (Gan, ModelOption.IsShipped(Model));
        // One of a model of texts is asked with a text, which test pictures have not.
        var discriminator = gan.Vocabulary is not null ? null
            : Discriminator(gan.Classes, shape) ?? (isShipped ? gan.Discriminator : null);
        var asked = Words(gan, seed, words, interrupted);
        begin($"drawing {count} pictures");
        var source = isShipped ? FashionGan.PretrainedSource(Model) : Model;
        if (_manner.Psi is { } psi)
            source += string.Create(CultureInfo.InvariantCulture, $", with psi {psi}");
        if (_mixesStyles)
            source += ", with mixed styles";
        return new EvaluationSubject(source, Draw(count), reference, seed)
        {
            WeightsSha256 = _loaded!.Value.Sha256,
            Discriminator = discriminator,
            Words = asked,
            Asked = !gan.IsConditional ? null
                : new AskedClasses(gan.Classes, Labels(count), all => new PictureSet(Draw(all), np.array(Labels(all)), gan.Classes)),
        };

        NDArray Draw(int all) =>
            PictureSource.Of([.. GenerateCommand.Draw(gan, SeedRecipe.Range(seed, 0, all).Select(Mixed), _manner, interrupted)]);
        byte[] Labels(int all) =>
            [.. SeedRecipe.Range(seed, 0, all).Select(recipe => (byte)Condition.LabelOf(recipe.Condition(gan.Classes))!.Value)];
    }

    /// <summary>The model as it is asked for captions: a model of texts always is, where it knows their words; one of classes, which takes
    /// the captions' classes alone, where that is wanted.</summary>
    /// <exception cref="InvalidDataException">That is wanted, and the model cannot be asked.</exception>
    private AskedWords? Words(FashionGan gan, int seed, bool wanted, CancellationToken interrupted)
    {
        if (gan.Vocabulary is { } vocabulary && CaptionWords.AreKnown(word => vocabulary.TokensOf(word).Length > 0))
            return new AskedWords(captions => Draw(gan, captions, _manner))
            {
                DrawClass = captions => Draw(FashionGan.Pretrained(ModelOption.WithClasses), captions.Select(ClassOf), Manner.Plain),
            };
        if (gan.IsConditional && wanted)
            return new AskedWords(captions => Draw(gan, captions.Select(ClassOf), _manner));
        return !wanted ? null : throw new InvalidDataException($"--words asks for captions, and {Model} " +
            $"{(gan.Vocabulary is null ? "draws no classes" : "does not know their words")}; leave it out.");

        string ClassOf(string caption) => ClassNames.FashionMnist[CaptionReader.Read(caption).Label];
        NDArray Draw(FashionGan model, IEnumerable<string> texts, Manner manner) => PictureSource.Of(
            [.. GenerateCommand.Draw(model, texts.Select((text, i) => Mixed(new SeedRecipe(seed, i, text))), manner, interrupted)]);
    }

    /// <summary>A picture as it is drawn: with mixed styles where that was asked for.</summary>
    private Recipe Mixed(SeedRecipe picture) => _mixesStyles ? MixRecipe.AsInTraining(picture, Gan.Styles) : picture;

    /// <summary>The options of the run that a file belongs to; null where nothing beside it says.</summary>
    private static TrainingOptions? OptionsBeside(string file) =>
        Path.Combine(Path.GetDirectoryName(file) ?? "", "config.json") is var config && File.Exists(config)
            ? RunConfig.Read(config).Options : null;

    private Model? Discriminator(ClassNames classes, PictureShape shape) => _discriminator is null ? null
        : DiscriminatorFile.Load(_discriminator, classes, shape);

    private static (FashionGan Gan, string Sha256) Load(string path)
    {
        while (true)
        {
            // What is not there is said by who loads it.
            var sha256 = File.Exists(path) ? Sha256(path) : "";
            var gan = FashionGan.Load(path);
            // Else a training has put another file in its place meanwhile.
            if (Sha256(path) == sha256)
                return (gan, sha256);
        }
    }

    private static string Sha256(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
