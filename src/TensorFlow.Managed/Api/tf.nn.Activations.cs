using Tensorflow.Operations;

namespace Tensorflow;

/// <content>Activations. Every <c>name</c> is taken for the sake of programs that give one.</content>
public sealed partial class nn_api
{
    /// <summary>max(x, 0).</summary>
    public Tensor relu(Tensor features, string? name = null) => Relu.Apply(features);

    /// <summary>min(max(x, 0), 6).</summary>
    public Tensor relu6(Tensor features, string? name = null) => Minimum.Apply(Relu.Apply(features), Constant.Scalar(6, features.dtype));

    /// <summary>x where it is positive, else alpha * x.</summary>
    /// <param name="features">float32.</param>
    /// <param name="alpha">The slope for negative numbers.</param>
    /// <param name="name">Not used.</param>
    public Tensor leaky_relu(Tensor features, float alpha = 0.2f, string? name = null) => LeakyRelu.Apply(features, alpha);

    /// <summary>x where it is positive, else e^x - 1.</summary>
    public Tensor elu(Tensor features, string? name = null) => Elu.Apply(features);

    /// <summary>x Φ(x), Φ the normal distribution function.</summary>
    public Tensor gelu(Tensor features, string? name = null) => Gelu.Apply(features);

    /// <summary>x sigmoid(x).</summary>
    public Tensor swish(Tensor features, string? name = null) => Swish.Apply(features);

    /// <summary>x sigmoid(x), another name of <see cref="swish"/>.</summary>
    public Tensor silu(Tensor features, string? name = null) => Swish.Apply(features);

    /// <summary>1 / (1 + e^-x).</summary>
    public Tensor sigmoid(Tensor x, string? name = null) => Sigmoid.Apply(x);

    /// <summary>tanh x.</summary>
    public Tensor tanh(Tensor x, string? name = null) => Tanh.Apply(x);

    /// <summary>e^x / sum e^x along an axis.</summary>
    /// <param name="logits">float32.</param>
    /// <param name="axis">The axis that sums to 1, negative ones counted from the last.</param>
    /// <param name="name">Not used.</param>
    public Tensor softmax(Tensor logits, int axis = -1, string? name = null) => Softmax.Apply(logits, axis);

    /// <summary>The logarithm of the softmax along an axis.</summary>
    /// <param name="logits">float32.</param>
    /// <param name="axis">The axis, negative ones counted from the last.</param>
    /// <param name="name">Not used.</param>
    public Tensor log_softmax(Tensor logits, int axis = -1, string? name = null) => LogSoftmax.Apply(logits, axis);

    /// <summary>The cross entropy between labels and sigmoid(logits), element by element.</summary>
    /// <param name="labels">Numbers from 0 to 1, float32, of the logits' shape.</param>
    /// <param name="logits">float32.</param>
    public Tensor sigmoid_cross_entropy_with_logits(Tensor labels, Tensor logits) => SigmoidCrossEntropy.Apply(labels, logits);

    /// <summary>The cross entropy between given probabilities and softmax(logits), one number a row.</summary>
    /// <param name="labels">Probabilities of the classes, float32, of the logits' shape.</param>
    /// <param name="logits">float32.</param>
    /// <param name="axis">The axis of the classes.</param>
    public Tensor softmax_cross_entropy_with_logits(Tensor labels, Tensor logits, int axis = -1) =>
        SoftmaxCrossEntropy.Apply(labels, logits, axis);

    /// <summary>The cross entropy between classes and softmax(logits), one number a row.</summary>
    /// <param name="labels">(...), int32 or int64, from 0 to classes - 1.</param>
    /// <param name="logits">(..., classes), float32.</param>
    public Tensor sparse_softmax_cross_entropy_with_logits(Tensor labels, Tensor logits) => SparseSoftmaxCrossEntropy.Apply(labels, logits);
}
