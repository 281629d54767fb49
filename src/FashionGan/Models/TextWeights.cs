using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FashionGanTf.Conditions;
using Tensorflow.Serialization;

namespace FashionGanTf.Models;

/// <summary>
/// What the file of a network that takes texts has beside its weights. A generator's has three texts in JSON: <c>words</c>, a list in the
/// order of the tokens; <c>exclusions</c>, pairs of words that never describe one picture, by number from 0; and <c>captions</c>, some of
/// its training.
/// </summary>
internal static class TextWeights
{
    private const string WordsKey = "words", ExclusionsKey = "exclusions", CaptionsKey = "captions";

    /// <summary>A row for each word, and one for none.</summary>
    private const string Embeddings = "text_encoder/embedding/embeddings";

    /// <summary>Whether a file's network takes texts.</summary>
    internal static bool AreIn(SafeTensors file) => file.contains(Embeddings);

    /// <summary>A file's texts.</summary>
    internal static Dictionary<string, string> Describe(Vocabulary vocabulary) => new()
    {
        [WordsKey] = JsonSerializer.Serialize<IEnumerable<string>>(vocabulary),
        [ExclusionsKey] = JsonSerializer.Serialize(vocabulary.Exclusions.Select(pair => new[] { pair.First, pair.Second })),
        [CaptionsKey] = JsonSerializer.Serialize(vocabulary.Captions),
    };

    /// <summary>The vocabulary that a generator's file has.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">What to call it in a message.</param>
    /// <exception cref="InvalidDataException">It has none, or one that does not fit its weights; the message is one line.</exception>
    internal static Vocabulary Vocabulary(SafeTensors file, string path)
    {
        var words = Read(file, WordsKey, FileTexts.Default.StringArray, path);
        try
        {
            var vocabulary = new Vocabulary(words, Read(file, ExclusionsKey, FileTexts.Default.Int32ArrayArray, path)
                .Select(pair => (pair[0], pair[1])), Read(file, CaptionsKey, FileTexts.Default.StringArray, path));
            return file.shape(Embeddings) is { ndim: 2 } rows && rows[0] == words.Length + 1 ? vocabulary
                : throw new InvalidDataException($"{path} names {words.Length} words and has weights of the shape " +
                    $"{file.shape(Embeddings)} for them, not a row for each and one more.");
        }
        catch (Exception error) when (error is ArgumentException or NullReferenceException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"{path}: its texts '{WordsKey}', '{ExclusionsKey}' and '{CaptionsKey}' do not fit each other.",
                error);
        }
    }

    private static T Read<T>(SafeTensors file, string key, JsonTypeInfo<T> type, string path)
    {
        try
        {
            if (file.metadata.TryGetValue(key, out var text) && JsonSerializer.Deserialize(text, type) is { } value)
                return value;
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path}: its text '{key}' is damaged.", error);
        }

        throw new InvalidDataException($"{path} draws by texts and lacks its text '{key}', without which its words are not known.");
    }
}
