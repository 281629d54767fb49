namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What every layer can be told.</summary>
public class LayerArgs
{
    /// <summary>The layer's name; null for one by its kind and number.</summary>
    public string? Name { get; set; }

    /// <summary>Whether training changes its weights.</summary>
    public bool Trainable { get; set; } = true;

    /// <summary>The element type of its weights and results.</summary>
    public TF_DataType DType { get; set; } = TF_DataType.TF_FLOAT;

    /// <summary>The shape of one example of its input, when it is a model's first layer.</summary>
    public Shape? InputShape { get; set; }

    /// <summary>The shape of its input with the batch's axis, -1 where it varies; goes before <see cref="InputShape"/>.</summary>
    public Shape? BatchInputShape { get; set; }
}
