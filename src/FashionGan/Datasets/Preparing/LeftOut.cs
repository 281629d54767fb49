namespace FashionGanTf.Datasets.Preparing;

/// <summary>A file or a picture that is not among the pictures.</summary>
/// <param name="Name">Which.</param>
/// <param name="Why">Why not, in a few words or a line.</param>
public sealed record LeftOut(string Name, string Why);
