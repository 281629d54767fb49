namespace FashionGanTf.Datasets.Sources;

/// <summary>What is said about a place with pictures beside its name.</summary>
/// <param name="LabelColumn">The column of its table that has the classes; null for the usual one.</param>
public sealed record SourceOptions(string? LabelColumn = null);
