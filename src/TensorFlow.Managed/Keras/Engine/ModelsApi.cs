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

    /// <summary>A model that applies one layer after the other.</summary>
    /// <inheritdoc cref="KerasInterface.Sequential(List{ILayer}, string)"/>
    public Sequential Sequential(List<ILayer>? layers = null, string? name = null) => KerasApi.keras.Sequential(layers, name);
}
