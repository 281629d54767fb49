namespace Tensorflow.Operations;

/// <summary>What the normalizing operations share: gamma and beta, each of which may be missing.</summary>
internal static class Normalization
{
    /// <summary>What is normalized with; no statistics where they are those of x itself.</summary>
    internal sealed record Values(Tensor? Gamma, Tensor? Beta, Tensor? Mean, Tensor? Variance, float Epsilon);

    /// <summary>What the tape records as inputs: x, then gamma and beta where they are given.</summary>
    internal static Tensor[] Inputs(Tensor x, Tensor? gamma, Tensor? beta) => (gamma, beta) switch
    {
        (null, null) => [x],
        (null, _) => [x, beta],
        (_, null) => [x, gamma],
        _ => [x, gamma, beta],
    };

    /// <summary>The gradients in the order of <see cref="Inputs"/>.</summary>
    internal static Tensor?[] Order((Tensor? X, Tensor? Gamma, Tensor? Beta) gradients, Tensor? gamma, Tensor? beta) => (gamma, beta) switch
    {
        (null, null) => [gradients.X],
        (null, _) => [gradients.X, gradients.Beta],
        (_, null) => [gradients.X, gradients.Gamma],
        _ => [gradients.X, gradients.Gamma, gradients.Beta],
    };
}
