using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Studio.Models;

namespace FashionGanTf.Studio.Api;

/// <summary>Pictures that a request asks for.</summary>
/// <param name="Model">Draws them.</param>
/// <param name="Recipes">What they are drawn from; at least one.</param>
/// <param name="Manner">How they are drawn.</param>
/// <param name="Finish">How they go into a file.</param>
/// <param name="Columns">Pictures side by side on a sheet; null for nearly square.</param>
/// <param name="Delay">Milliseconds that a frame of an animation is shown.</param>
/// <param name="IsLoop">Whether an animation's last picture leads to its first.</param>
internal sealed record PictureOrder(StudioModel Model, IReadOnlyList<Recipe> Recipes, Manner Manner, Finish Finish, int? Columns,
    int Delay, bool IsLoop = false)
{
    /// <summary>Pixels of all pictures together.</summary>
    internal long Pixels => (long)Recipes.Count * Model.Picture.Size * Model.Picture.Size * Finish.Scale * Finish.Scale;
}
