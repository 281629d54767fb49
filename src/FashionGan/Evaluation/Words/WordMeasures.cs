namespace FashionGanTf.Evaluation.Words;

/// <summary>How well pictures are what their captions ask for.</summary>
/// <param name="All">All captions.</param>
/// <param name="HeldOut">Captions that say all words of one of <see cref="Captions.HeldOut.Combinations"/>.</param>
/// <param name="Retrieval">R@1 among 100 captions; null where there are too few.</param>
/// <param name="HeldOutRetrieval">The same of pictures with held-out captions.</param>
/// <param name="Groups">Fréchet distance within groups of captions.</param>
public sealed record WordMeasures(
    AttributeAccuracy All, AttributeAccuracy HeldOut, double? Retrieval, double? HeldOutRetrieval, GroupDistance Groups);
