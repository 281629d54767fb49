namespace Tensorflow.Keras.Preprocessing;

/// <summary>Makes what reads texts.</summary>
public sealed class TextApi
{
    internal TextApi()
    {
    }

    /// <summary>Numbers words by how often they occur.</summary>
    /// <inheritdoc cref="Tensorflow.Keras.Preprocessing.Tokenizer(int?, string, bool, char, bool, string)"/>
    public Tokenizer Tokenizer(
        int? num_words = null, string filters = Tensorflow.Keras.Preprocessing.Tokenizer.Filters, bool lower = true, char split = ' ',
        bool char_level = false, string? oov_token = null) => new(num_words, filters, lower, split, char_level, oov_token);
}
