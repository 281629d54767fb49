using System.Runtime.CompilerServices;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Studio.Models;

namespace FashionGanTf.Studio.Drawing;

/// <summary>Draws recipes, some at a time, so that a long answer lets short ones pass.</summary>
/// <param name="queue">Where they wait.</param>
internal sealed class Painter(DrawingQueue queue)
{
    /// <summary>The pictures in their order, some at a time.</summary>
    /// <param name="model">Draws them.</param>
    /// <param name="recipes">What to draw.</param>
    /// <param name="truncation">How far noise may lie from 0; null for no bound.</param>
    /// <param name="stop">Nobody waits any more.</param>
    /// <exception cref="ArgumentException">A recipe asks for a class that the model has not.</exception>
    /// <exception cref="Http.ProblemException">Too many wait already; before the first pictures only.</exception>
    internal async IAsyncEnumerable<(Recipe Recipe, Bitmap Picture)[]> Parts(
        StudioModel model, IEnumerable<Recipe> recipes, double? truncation, [EnumeratorCancellation] CancellationToken stop)
    {
        var isFirst = true;
        foreach (var part in recipes.Chunk(DrawingQueue.MostPictures))
        {
            // Here, on the request's own thread: the one that draws has enough to do.
            var noise = Array.ConvertAll(part, recipe => recipe.Noise(model.Gan.LatentDim, truncation));
            var conditions = Array.ConvertAll(part, recipe => recipe.Condition(model.Gan.Classes));
            var pictures = await queue.Draw(model, noise, conditions, waits: !isFirst, stop);
            isFirst = false;
            yield return [.. part.Zip(pictures)];
        }
    }

    /// <summary>All pictures at once.</summary>
    /// <inheritdoc cref="Parts"/>
    internal async Task<Bitmap[]> Draw(StudioModel model, IReadOnlyList<Recipe> recipes, double? truncation, CancellationToken stop)
    {
        var pictures = new List<Bitmap>(recipes.Count);
        await foreach (var part in Parts(model, recipes, truncation, stop))
            pictures.AddRange(part.Select(one => one.Picture));
        return [.. pictures];
    }
}
