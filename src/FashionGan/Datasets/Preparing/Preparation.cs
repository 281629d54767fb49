namespace FashionGanTf.Datasets.Preparing;

/// <summary>How pictures of any size are made alike.</summary>
/// <param name="Size">Pixels a side of the result.</param>
/// <param name="Channels">1 for gray, 3 for colour; null for what the pictures are: gray where every pixel of every one has R = G =
/// B.</param>
/// <param name="Fit">What happens to pictures that are not square.</param>
/// <param name="Background">What shows through and beside them.</param>
public sealed record Preparation(int Size, int? Channels = null, Fit Fit = Fit.Cover, Background Background = default);
