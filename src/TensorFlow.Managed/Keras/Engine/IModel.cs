namespace Tensorflow.Keras.Engine;

/// <summary>A model: layers that are trained together.</summary>
public partial interface IModel : ILayer
{
    /// <summary>True when training is to end after the running epoch; callbacks set it.</summary>
    bool Stop_training { get; set; }

    /// <summary>Writes all weights to a file.</summary>
    /// <param name="filepath">A file in the safetensors format, whatever its ending.</param>
    /// <param name="overwrite">Whether a file that is there is replaced; if not, that is an error.</param>
    /// <param name="save_format">null or <c>safetensors</c>, the one format there is.</param>
    /// <param name="options">Has no effect.</param>
    /// <exception cref="IOException">It cannot be written, or is there and must not be replaced.</exception>
    void save_weights(string filepath, bool overwrite = true, string? save_format = null, object? options = null);

    /// <summary>Reads all weights from a file that <see cref="save_weights"/> wrote.</summary>
    /// <exception cref="ArgumentException">Names or shapes differ from this model's; the message lists them, and nothing is changed.</exception>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    void load_weights(string filepath);

    /// <summary>Prints the layers with their output shapes and numbers of parameters.</summary>
    /// <param name="line_length">The table's width in characters; -1 for Keras' own.</param>
    /// <param name="positions">Where the columns end, as shares of the width or in characters; null for Keras' own.</param>
    /// <returns>What was printed.</returns>
    string summary(int line_length = -1, float[]? positions = null);
}
