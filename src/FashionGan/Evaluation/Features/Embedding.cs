using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation.Features;

/// <summary>What is seen in pictures.</summary>
/// <param name="Features">float32 (N, D): each picture as numbers.</param>
/// <param name="Probabilities">float32 (N, classes): how likely each class is; null where no classes are told apart.</param>
public sealed record Embedding(NDArray Features, NDArray? Probabilities);
