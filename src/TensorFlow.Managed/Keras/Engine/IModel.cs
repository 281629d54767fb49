using Tensorflow.NumPy;

namespace Tensorflow.Keras.Engine;

/// <summary>A model: layers that are trained together.</summary>
public partial interface IModel
{
    /// <summary>True when training is to end after the running epoch; callbacks set it.</summary>
    bool Stop_training { get; set; }

    /// <summary>The values of all weights.</summary>
    List<NDArray> get_weights();

    /// <summary>Replaces the values of all weights, in the order of <see cref="get_weights"/>.</summary>
    void set_weights(IEnumerable<NDArray> weights);

    /// <summary>Writes all weights to a file.</summary>
    void save_weights(string filepath, bool overwrite = true, string? save_format = null, object? options = null);
}
