using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Studio.Models;

namespace FashionGanTf.Studio.Drawing;

/// <summary>Pictures that somebody waits for.</summary>
/// <param name="model">Draws them.</param>
/// <param name="inputs">What each is drawn from.</param>
/// <param name="stop">Nobody waits any more.</param>
internal sealed class DrawingOrder(StudioModel model, IReadOnlyList<GeneratorInput> inputs, CancellationToken stop)
{
    // Whoever waits goes on on a thread of its own; the one that draws goes on drawing.
    private readonly TaskCompletionSource<Bitmap[]> _pictures = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal StudioModel Model => model;

    internal IReadOnlyList<GeneratorInput> Inputs => inputs;

    /// <summary>The pictures, when they are drawn.</summary>
    internal Task<Bitmap[]> Pictures => _pictures.Task;

    /// <summary>Whether nobody waits any more.</summary>
    internal bool IsAbandoned => stop.IsCancellationRequested;

    internal void Deliver(Bitmap[] pictures) => _pictures.TrySetResult(pictures);

    internal void Fail(Exception error) => _pictures.TrySetException(error);
}
