using System.Globalization;
using System.Text.Json;
using FashionGanTf.Conditions;
using FashionGanTf.Imaging;
using FashionGanTf.Networks;
using Tensorflow;
using Tensorflow.Serialization;

namespace FashionGanTf.Evaluation.Classifier;

/// <summary>A classifier's weights in a file, whose texts say what it tells apart, in what pictures, and what it has learned
/// from.</summary>
internal static class ClassifierFile
{
    private const string ClassesKey = "classes", SizeKey = "size", ChannelsKey = "channels";
    private const string DataKey = "data", PicturesKey = "pictures_sha256", EpochsKey = "epochs";

    /// <summary>Writes one that has learned, with a checksum of weights and texts; the file is whole or not there.</summary>
    /// <returns>The checksum.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    internal static string Save(string path, PictureClassifier classifier)
    {
        using var scope = TensorScope.Begin();
        var data = classifier.Data ?? throw new InvalidOperationException("A classifier is saved when it has learned.");
        var texts = new Dictionary<string, string>
        {
            [ClassesKey] = JsonSerializer.Serialize<IEnumerable<string>>(classifier.Classes),
            [SizeKey] = classifier.Picture.Size.ToString(CultureInfo.InvariantCulture),
            [ChannelsKey] = classifier.Picture.Channels.ToString(CultureInfo.InvariantCulture),
            [DataKey] = data.Name,
            [PicturesKey] = data.PicturesSha256,
            [EpochsKey] = data.Epochs.ToString(CultureInfo.InvariantCulture),
        };
        SafeTensors.save(
            path, classifier.named_weights.Select(weight => (weight.Name, weight.Variable.AsTensor())), texts, checksum: true);
        return SafeTensors.load(path).metadata["sha256"];
    }

    /// <summary>Makes the classifier of a file's content.</summary>
    /// <param name="file">The content.</param>
    /// <param name="name">What to call it in a message.</param>
    /// <exception cref="InvalidDataException">It is damaged or holds something else; the message is one line.</exception>
    internal static PictureClassifier Load(SafeTensors file, string name)
    {
        var (picture, classes, data) = Texts(file, name);
        file.require_checksum();
        var classifier = new PictureClassifier(picture, classes) { Data = data, Sha256 = file.metadata["sha256"] };
        try
        {
            classifier.load_weights(file, name);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException(error.Message, error);
        }

        return classifier;
    }

    /// <summary>Whether a file holds a classifier, by its texts.</summary>
    internal static bool IsOne(SafeTensors file) => file.metadata.ContainsKey(PicturesKey) && file.metadata.ContainsKey(EpochsKey);

    private static (PictureShape Picture, ClassNames Classes, ClassifierData Data) Texts(SafeTensors file, string name)
    {
        try
        {
            string Text(string key) => file.metadata[key];
            int Number(string key) => int.Parse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture);
            var picture = new PictureShape(Number(SizeKey), Number(ChannelsKey));
            if (!NetworkShape.Sizes.Contains(picture.Size) || picture.Channels is not (1 or 3))
                throw new InvalidDataException($"{name} is a classifier of pictures of {picture.Size} pixels a side with " +
                    $"{picture.Channels} channels, which there are none of.");
            var classes = new ClassNames(JsonSerializer.Deserialize<string[]>(Text(ClassesKey))!);
            return (picture, classes, new ClassifierData(Text(DataKey), Text(PicturesKey), Number(EpochsKey)));
        }
        catch (Exception error) when (error is KeyNotFoundException or FormatException or OverflowException or JsonException
            or ArgumentException or NullReferenceException)
        {
            throw new InvalidDataException(
                $"{name} is no classifier: its texts do not say of what pictures and classes; train-classifier makes one.", error);
        }
    }
}
