using System.Threading.Channels;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Studio.Http;
using FashionGanTf.Studio.Models;

namespace FashionGanTf.Studio.Drawing;

/// <summary>
/// Where requests wait to be drawn. One thread draws what waits, many requests in one call of the generator: a call for 128 pictures takes
/// not much longer than one for 16, and two calls at once would only be in each other's way.
/// </summary>
internal sealed class DrawingQueue : IDisposable
{
    /// <summary>Pictures in an order at most.</summary>
    internal const int MostPictures = 128;

    /// <summary>Pictures in a call at most, but for an order that is larger alone.</summary>
    private const int PicturesInCall = 256;

    private readonly Channel<DrawingOrder> _orders;
    private readonly Thread _painter;

    /// <summary>A queue, and its thread.</summary>
    /// <param name="places">Orders that may wait.</param>
    internal DrawingQueue(int places)
    {
        _orders = Channel.CreateBounded<DrawingOrder>(new BoundedChannelOptions(places) { SingleReader = true });
        _painter = new Thread(Work) { IsBackground = true, Name = "painter" };
        _painter.Start();
    }

    /// <summary>Has pictures drawn.</summary>
    /// <param name="model">Draws them.</param>
    /// <param name="inputs">What each is drawn from; up to <see cref="MostPictures"/>.</param>
    /// <param name="waits">Whether to wait for a place, as the later parts of a long answer do.</param>
    /// <param name="stop">Nobody waits any more.</param>
    /// <exception cref="ProblemException">There is no place, and <paramref name="waits"/> is false.</exception>
    internal async Task<Bitmap[]> Draw(StudioModel model, IReadOnlyList<GeneratorInput> inputs, bool waits, CancellationToken stop)
    {
        var order = new DrawingOrder(model, inputs, stop);
        if (waits)
            await _orders.Writer.WriteAsync(order, stop);
        else if (!_orders.Writer.TryWrite(order))
            throw ProblemException.Busy();
        return await order.Pictures.WaitAsync(stop);
    }

    /// <summary>Takes no more orders, draws those that wait, and ends the thread.</summary>
    public void Dispose()
    {
        _orders.Writer.TryComplete();
        _painter.Join();
    }

    private void Work()
    {
        var orders = new List<DrawingOrder>();
        while (_orders.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            orders.Clear();
            var pictures = 0;
            while (_orders.Reader.TryPeek(out var next) && (pictures == 0 || pictures + next.Inputs.Count <= PicturesInCall))
            {
                _orders.Reader.TryRead(out next);
                if (next!.IsAbandoned)
                    continue;
                orders.Add(next);
                pictures += next.Inputs.Count;
            }

            foreach (var ofModel in orders.GroupBy(order => order.Model))
                Draw([.. ofModel]);
        }
    }

    private static void Draw(List<DrawingOrder> orders)
    {
        try
        {
            var pictures = orders[0].Model.Gan.Draw([.. orders.SelectMany(order => order.Inputs)]);
            var first = 0;
            foreach (var order in orders)
                order.Deliver(pictures[first..(first += order.Inputs.Count)]);
        }
#pragma warning disable CA1031 // Whoever waits is told; the thread has others to draw for.
        catch (Exception error)
        {
            foreach (var order in orders)
                order.Fail(error);
        }
#pragma warning restore CA1031
    }
}
