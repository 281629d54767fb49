using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation.Classifier;

/// <summary>What the classifier sees in pictures.</summary>
/// <param name="Features">float32 (N, 128).</param>
/// <param name="Probabilities">float32 (N, 10): how likely each class is.</param>
internal sealed record Embedding(NDArray Features, NDArray Probabilities);
