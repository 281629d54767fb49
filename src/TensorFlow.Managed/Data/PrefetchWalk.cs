using System.Collections;
using System.Runtime.ExceptionServices;
using Tensorflow.Devices;

namespace Tensorflow.Data;

/// <summary>
/// A walk whose elements a thread makes ahead, a given number at most. An error of the thread is raised where its element would have come;
/// whoever leaves early stops the thread and waits until it is done.
/// </summary>
internal sealed class PrefetchWalk : IEnumerator<Element>
{
    private readonly IEnumerator<Element> _elements;
    private readonly RandomGenerator _random;
    private readonly int _bufferSize;
    private readonly Queue<Element> _ready = new();
    private readonly Thread _thread;
    private ExceptionDispatchInfo? _error;
    private bool _isAtEnd;
    private bool _isStopped;

    internal PrefetchWalk(IEnumerator<Element> elements, int bufferSize, RandomGenerator random)
    {
        (_elements, _bufferSize, _random) = (elements, bufferSize, random);
        _thread = new Thread(Produce) { IsBackground = true, Name = "tf.data prefetch" };
    }

    public Element Current { get; private set; }

    object IEnumerator.Current => Current;

    public bool MoveNext()
    {
        // Not before someone asks: a walk that nobody takes a step of may never be disposed.
        if (_thread.ThreadState.HasFlag(ThreadState.Unstarted))
            _thread.Start();
        lock (_ready)
        {
            while (_ready.Count == 0 && !_isAtEnd)
                Monitor.Wait(_ready);
            if (_ready.TryDequeue(out var element))
            {
                Current = element;
                Monitor.PulseAll(_ready);
                return true;
            }

            _error?.Throw();
            return false;
        }
    }

    public void Dispose()
    {
        if (_thread.ThreadState.HasFlag(ThreadState.Unstarted))
            return;
        lock (_ready)
        {
            _isStopped = true;
            Monitor.PulseAll(_ready);
        }

        _thread.Join();
        while (_ready.TryDequeue(out var element))
            element.Release();
    }

    public void Reset() => throw new NotSupportedException();

    private void Produce()
    {
        try
        {
            using var own = RandomGenerator.UseOnThisThread(_random);
            // As in TensorFlow: data are prepared by the processor, also for a step that another device makes.
            using var onProcessor = new DeviceScope(Device.Processor);
            using (_elements)
                while (WaitForRoom() && _elements.MoveNext())
                    Add(_elements.Current);
        }
        catch (Exception error)
        {
            _error = ExceptionDispatchInfo.Capture(error);
        }

        lock (_ready)
        {
            _isAtEnd = true;
            Monitor.PulseAll(_ready);
        }
    }

    private bool WaitForRoom()
    {
        lock (_ready)
        {
            while (_ready.Count >= _bufferSize && !_isStopped)
                Monitor.Wait(_ready);
            return !_isStopped;
        }
    }

    private void Add(Element element)
    {
        lock (_ready)
        {
            _ready.Enqueue(element);
            Monitor.PulseAll(_ready);
        }
    }
}
