namespace FashionGanTf.Evaluation.Words;

/// <summary>How well pictures are what words ask for, beside what is best and what is worst.</summary>
/// <param name="Judged">The pictures in question.</param>
/// <param name="Real">The test pictures with the captions that were measured of them: every attribute is right by definition, whereas
/// class, retrieval and Fréchet distance show the best that can be expected.</param>
/// <param name="ClassOnly">Pictures of a model that was asked for the captions' classes alone: other words are right by chance. Null where
/// the judged ones are such.</param>
/// <param name="Shuffled">The test pictures with each other's captions: all is right by chance.</param>
public sealed record WordComparison(WordMeasures Judged, WordMeasures Real, WordMeasures? ClassOnly, WordMeasures Shuffled);
