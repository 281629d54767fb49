namespace Tensorflow;

/// <summary>Gives weights the values that they start with.</summary>
public interface IInitializer
{
    /// <summary>New values.</summary>
    /// <param name="shape">The weight's shape: Dense (in, out), Conv2D (kh, kw, in, out).</param>
    /// <param name="dtype">The element type.</param>
    Tensor Apply(Shape shape, TF_DataType dtype = TF_DataType.TF_FLOAT);

    /// <summary>New values, for who asks as TensorFlow.NET does.</summary>
    /// <param name="args">The weight's shape and element type.</param>
    Tensor Apply(InitializerArgs args) => Apply(args.Shape, args.DType);
}
