namespace Tensorflow.Keras;

/// <summary>What a layer's weights cost, which is added to the loss.</summary>
public interface IRegularizer
{
    /// <summary>Its kind, as Keras writes it: <c>L2</c>.</summary>
    string ClassName { get; }

    /// <summary>Its numbers, by their names.</summary>
    IDictionary<string, object> Config { get; }

    /// <summary>The cost, a scalar with a gradient.</summary>
    /// <param name="args">The weight's value.</param>
    Tensor Apply(RegularizerArgs args);
}
