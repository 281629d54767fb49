using Tensorflow.Serialization.Keras;

namespace Tensorflow.Keras.Engine;

/// <content>Whole models in files.</content>
public partial class Model
{
    /// <summary>Writes layers and weights of a sequential or functional model as a <c>.keras</c> file, which
    /// <c>keras.models.load_model</c> reads. Initializers, optimizer and losses are not in it. The file is whole or not there.</summary>
    /// <param name="filepath">The file, whose name ends in <c>.keras</c>; its folder must exist.</param>
    /// <param name="overwrite">Whether a file that is there is replaced; if not, that is an error.</param>
    /// <exception cref="ArgumentException">The name ends in another way, the model overrides <c>Call</c>, or it has a layer that cannot be
    /// written; the message names it.</exception>
    /// <exception cref="IOException">It cannot be written, or is there and must not be replaced.</exception>
    /// <example><code>model.save("clothes.keras"); var again = keras.models.load_model("clothes.keras");</code></example>
    public void save(string filepath, bool overwrite = true)
    {
        if (!filepath.EndsWith(KerasArchive.Ending, StringComparison.Ordinal))
            throw new ArgumentException(
                $"save writes files whose names end in {KerasArchive.Ending}, not {filepath}; save_weights and export write others.");
        if (!overwrite && File.Exists(filepath))
            throw new IOException($"{filepath} is there already, and overwrite is false.");
        RequireWeights("save");
        KerasArchive.Save(filepath, this);
    }
}
