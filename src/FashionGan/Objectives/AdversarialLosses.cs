namespace FashionGanTf.Objectives;

/// <summary>The adversarial losses by name, as <c>train --loss</c> has them.</summary>
internal static class AdversarialLosses
{
    internal const string NonSaturating = "non-saturating";
    internal const string Hinge = "hinge";
    internal const string LeastSquares = "least-squares";
    internal const string Wasserstein = "wasserstein";
    internal const string Relativistic = "relativistic";

    /// <summary>A loss.</summary>
    /// <param name="name">One of the names above.</param>
    /// <param name="label_smoothing">As <see cref="Objectives.NonSaturating"/> takes it; the others have no labels.</param>
    /// <param name="label_noise">Likewise.</param>
    internal static IAdversarialLoss Named(string name, float label_smoothing, float label_noise) => name switch
    {
        NonSaturating => new NonSaturating(cross_entropy: null, label_smoothing, label_noise),
        Hinge => new Hinge(),
        LeastSquares => new LeastSquares(),
        Wasserstein => new Wasserstein(),
        Relativistic => new RelativisticPaired(),
        _ => throw new ArgumentException($"There is no loss '{name}'."),
    };
}
