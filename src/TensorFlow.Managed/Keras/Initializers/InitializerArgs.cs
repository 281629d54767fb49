namespace Tensorflow;

/// <summary>What an initializer is given.</summary>
/// <param name="shape">The weight's shape.</param>
/// <param name="dtype">The element type; float32 unless given.</param>
public class InitializerArgs(Shape shape, TF_DataType dtype = TF_DataType.DtInvalid)
{
    /// <summary>The weight's shape.</summary>
    public Shape Shape { get; } = shape;

    /// <summary>The element type.</summary>
    public TF_DataType DType { get; } = dtype == TF_DataType.DtInvalid ? TF_DataType.TF_FLOAT : dtype;
}
