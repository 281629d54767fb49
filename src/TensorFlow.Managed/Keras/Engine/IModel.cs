using Tensorflow.Keras.Callbacks;
using Tensorflow.Keras.Losses;
using Tensorflow.Util;

namespace Tensorflow.Keras.Engine;

/// <summary>A model: layers that are trained together.</summary>
public partial interface IModel : ILayer
{
    /// <summary>True when training is to end after the running epoch; callbacks set it.</summary>
    bool Stop_training { get; set; }

    /// <summary>Sets what the model is trained with.</summary>
    /// <param name="optimizer">What changes the weights.</param>
    /// <param name="loss">What is to become small; of several outputs the sum.</param>
    /// <param name="metrics">Names of what else to count: <c>accuracy</c>, <c>binary_accuracy</c>, ...; null for nothing.</param>
    void compile(IOptimizer optimizer, ILossFunc loss, string[]? metrics = null);

    /// <summary>Trains with arrays of examples.</summary>
    /// <inheritdoc cref="Model.fit(Tensors, Tensors, int, int, int, List{ICallback}, float, ValidationDataPack, bool,
    /// Dictionary{int, float}, Tensor, int)"/>
    History fit(
        Tensors x, Tensors? y = null, int batch_size = 32, int epochs = 1, int verbose = 1, List<ICallback>? callbacks = null,
        float validation_split = 0f, ValidationDataPack? validation_data = null, bool shuffle = true,
        Dictionary<int, float>? class_weight = null, Tensor? sample_weight = null, int initial_epoch = 0);

    /// <summary>Trains with a dataset of batches.</summary>
    /// <inheritdoc cref="Model.fit(IDatasetV2, int, int, List{ICallback}, IDatasetV2, Dictionary{int, float}, int, int)"/>
    History fit(
        IDatasetV2 dataset, int epochs = 1, int verbose = 1, List<ICallback>? callbacks = null, IDatasetV2? validation_data = null,
        Dictionary<int, float>? class_weight = null, int initial_epoch = 0, int initial_step = 0);

    /// <summary>The loss and metrics over arrays of examples, in inference mode.</summary>
    /// <inheritdoc cref="Model.evaluate(Tensors, Tensors, int, int, List{ICallback}, Tensor)"/>
    Dictionary<string, float> evaluate(Tensors x, Tensors? y = null, int batch_size = 32, int verbose = 1,
        List<ICallback>? callbacks = null, Tensor? sample_weight = null);

    /// <summary>The loss and metrics over a dataset of batches, in inference mode.</summary>
    /// <inheritdoc cref="Model.evaluate(IDatasetV2, int, List{ICallback})"/>
    Dictionary<string, float> evaluate(IDatasetV2 dataset, int verbose = 1, List<ICallback>? callbacks = null);

    /// <summary>The model's results for arrays of examples, in inference mode.</summary>
    /// <inheritdoc cref="Model.predict(Tensors, int, int, List{ICallback})"/>
    Tensors predict(Tensors x, int batch_size = 32, int verbose = 0, List<ICallback>? callbacks = null);

    /// <inheritdoc cref="Model.save(string, bool)"/>
    void save(string filepath, bool overwrite = true);

    /// <summary>Writes all weights to a file.</summary>
    /// <param name="filepath">A file in the safetensors format, or, where its name ends in <c>.weights.h5</c>, in that of Keras
    /// 3.</param>
    /// <param name="overwrite">Whether a file that is there is replaced; if not, that is an error.</param>
    /// <param name="save_format"><c>safetensors</c> or <c>h5</c>; null for what the name says.</param>
    /// <param name="options">Has no effect.</param>
    /// <exception cref="IOException">It cannot be written, or is there and must not be replaced.</exception>
    void save_weights(string filepath, bool overwrite = true, string? save_format = null, object? options = null);

    /// <summary>Reads all weights from a file that <see cref="save_weights"/> wrote, or Keras: <c>.weights.h5</c> or <c>.keras</c> of
    /// Keras 3, <c>.h5</c> of Keras 2. The file's first bytes tell, not its name.</summary>
    /// <exception cref="ArgumentException">Names or shapes differ from this model's;
    /// the message lists them, and nothing is changed.</exception>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    void load_weights(string filepath);

    /// <summary>Prints the layers with their output shapes and numbers of parameters.</summary>
    /// <param name="line_length">The table's width in characters; -1 for Keras' own.</param>
    /// <param name="positions">Where the columns end, as shares of the width or in characters; null for Keras' own.</param>
    /// <returns>What was printed.</returns>
    string summary(int line_length = -1, float[]? positions = null);
}
