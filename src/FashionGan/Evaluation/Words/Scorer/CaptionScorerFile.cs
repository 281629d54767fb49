using System.Text.Json;
using FashionGanTf.Captions.Grammar;
using Tensorflow;
using Tensorflow.Serialization;

namespace FashionGanTf.Evaluation.Words.Scorer;

/// <summary>A scorer's weights in a file, whose texts say what words it knows and what it has learned from.</summary>
public static class CaptionScorerFile
{
    private const string Resource = "FashionGanTf.Evaluation.Words.Scorer.caption-scorer.safetensors";
    private const string ResourceName = "the caption scorer's weights";
    private const string WordsKey = "words", PicturesKey = "pictures_sha256", EpochsKey = "epochs";

    /// <summary>The checksum of the scorer that ships with the program: SHA-256 over names, types, shapes, elements and texts.</summary>
    public static string PretrainedSha256 => Shipped().metadata["sha256"];

    /// <summary>The scorer of Fashion-MNIST, which ships with the program.</summary>
    public static CaptionScorer Pretrained() => Load(Shipped(), ResourceName);

    /// <summary>Writes one that has learned, with a checksum; the file is whole or not there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="scorer">The scorer.</param>
    /// <param name="picturesSha256">The <see cref="Datasets.PictureRows.Sha256"/> of the pictures that it has learned from.</param>
    /// <param name="epochs">Passes over them.</param>
    /// <returns>The checksum.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static string Save(string path, CaptionScorer scorer, string picturesSha256, int epochs)
    {
        using var scope = TensorScope.Begin();
        var texts = new Dictionary<string, string>
        {
            [WordsKey] = JsonSerializer.Serialize(CaptionWords.All),
            [PicturesKey] = picturesSha256,
            [EpochsKey] = epochs.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        SafeTensors.save(
            path, scorer.named_weights.Select(weight => (weight.Name, weight.Variable.AsTensor())), texts, checksum: true);
        return SafeTensors.load(path).metadata["sha256"];
    }

    /// <summary>Reads a scorer.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged, holds something else, or knows other words; the message is one
    /// line.</exception>
    public static CaptionScorer Load(string path) => File.Exists(path) ? Load(SafeTensors.load(path), path)
        : throw new FileNotFoundException($"There is no file {path}; train-scorer makes a scorer of captions.");

    private static CaptionScorer Load(SafeTensors file, string name)
    {
        if (!file.metadata.TryGetValue(WordsKey, out var words))
            throw new InvalidDataException($"{name} is no scorer of captions: its texts do not say of what words.");
        if (words != JsonSerializer.Serialize(CaptionWords.All))
            throw new InvalidDataException($"{name} knows other words than captions are made of now; train-scorer makes one of these.");
        file.require_checksum();
        var scorer = new CaptionScorer();
        try
        {
            scorer.load_weights(file, name);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException(error.Message, error);
        }

        return scorer;
    }

    private static SafeTensors Shipped()
    {
        using var stream = typeof(CaptionScorerFile).Assembly.GetManifestResourceStream(Resource)!;
        return SafeTensors.load(stream, ResourceName);
    }
}
