namespace Tensorflow;

/// <content>Initializers by the names that layers of a program's own give to <c>add_weight</c>.</content>
public sealed partial class tensorflow
{
    /// <summary>Every weight is 0.</summary>
    public IInitializer zeros_initializer => KerasApi.keras.initializers.Zeros();

    /// <summary>Every weight is 1.</summary>
    public IInitializer ones_initializer => KerasApi.keras.initializers.Ones();

    /// <summary>Glorot's uniform distribution.</summary>
    public IInitializer glorot_uniform_initializer => KerasApi.keras.initializers.GlorotUniform();
}
