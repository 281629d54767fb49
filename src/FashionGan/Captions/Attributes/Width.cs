namespace FashionGanTf.Captions.Attributes;

/// <summary>
/// How wide trousers, a dress or a coat is: the mean extent of the lower half's rows, divided by the height, in thirds of its class; the
/// middle one has no word. A garment fills the picture's height whatever its length, so a short dress is wide and a long one narrow.
/// T-shirts, pullovers and shirts differ by a pixel or by how their sleeves lie, so they have no width.
/// </summary>
public sealed class Width : IGarmentAttribute
{
    /// <summary>The thirds of each class, by its label.</summary>
    internal static readonly IReadOnlyDictionary<int, Terciles> ByClass = new Dictionary<int, Terciles>
    {
        [1] = new(0.316, 0.321, 0.357, 0.365),
        [3] = new(0.375, 0.388, 0.439, 0.454),
        [4] = new(0.656, 0.679, 0.737, 0.745),
    };

    /// <inheritdoc/>
    public string Name => "width";

    /// <inheritdoc/>
    public IReadOnlyList<string> Values { get; } = ["narrow", "wide"];

    /// <inheritdoc/>
    public IReadOnlyList<int> Labels { get; } = [1, 3, 4];

    /// <inheritdoc/>
    public int? Measure(Garment garment) => garment.Silhouette.IsEmpty ? null : ByClass[garment.Label].Third(Ratio(garment)) switch
    {
        0 => 0,
        2 => 1,
        _ => null,
    };

    /// <summary>The mean extent of the lower half's rows, divided by the height.</summary>
    internal static double Ratio(Garment garment)
    {
        var silhouette = garment.Silhouette;
        return silhouette.Rows(0.5, 1).Average(silhouette.Extent) / silhouette.Height;
    }
}
