using Tensorflow.Serialization.Keras;

namespace Tensorflow.Keras.Engine;

/// <summary>Makes models, as <c>keras.models</c>.</summary>
public sealed class ModelsApi
{
    internal ModelsApi()
    {
    }

    /// <summary>The model between symbolic inputs and outputs.</summary>
    /// <inheritdoc cref="KerasInterface.Model"/>
    public Functional Model(Tensors inputs, Tensors outputs, string? name = null) => new(inputs, outputs, name);

    /// <summary>The model of a file that <see cref="Model.save"/> wrote: its layers and their weights. It is not compiled.</summary>
    /// <param name="filepath">The file.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no such file, or damaged, or has a layer that is not known here; the message is one
    /// line.</exception>
    public Model load_model(string filepath) => KerasArchive.Load(filepath);

    /// <summary>A model that applies one layer after the other.</summary>
    /// <inheritdoc cref="KerasInterface.Sequential(List{ILayer}, string)"/>
    public Sequential Sequential(List<ILayer>? layers = null, string? name = null) => KerasApi.keras.Sequential(layers, name);
}
