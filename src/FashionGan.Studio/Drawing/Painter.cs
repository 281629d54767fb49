using System.Runtime.CompilerServices;
using FashionGanTf.Generation;
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
    /// <param name="manner">How to draw them.</param>
    /// <param name="stop">Nobody waits any more.</param>
    /// <exception cref="ArgumentException">A recipe or the manner asks for what the model has not.</exception>
    /// <exception cref="Http.ProblemException">Too many wait already; before the first pictures only.</exception>
    internal async IAsyncEnumerable<(Recipe Recipe, Bitmap Picture)[]> Parts(
        StudioModel model, IEnumerable<Recipe> recipes, Manner manner, [EnumeratorCancellation] CancellationToken stop)
    {
        var isFirst = true;
        foreach (var part in recipes.Chunk(DrawingQueue.MostPictures))
        {
            // Here, on the request's own thread: the one that draws has enough to do.
            var inputs = model.Gan.Prepare(part, manner);
            var pictures = await queue.Draw(model, inputs, waits: !isFirst, stop);
            isFirst = false;
            yield return [.. part.Zip(pictures)];
        }
    }

    /// <summary>All pictures at once.</summary>
    /// <inheritdoc cref="Parts"/>
    internal async Task<Bitmap[]> Draw(StudioModel model, IReadOnlyList<Recipe> recipes, Manner manner, CancellationToken stop)
    {
        var pictures = new List<Bitmap>(recipes.Count);
        await foreach (var part in Parts(model, recipes, manner, stop))
            pictures.AddRange(part.Select(one => one.Picture));
        return [.. pictures];
    }
}
