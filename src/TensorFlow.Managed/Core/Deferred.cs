namespace Tensorflow;

/// <summary>
/// How the elements of a block are made that nobody has asked for yet. A <see cref="Storage"/> that has one takes no memory until its
/// <see cref="Storage.Pointer"/> is asked for; one that is released unread never computes.
/// </summary>
/// <remarks>
/// What the elements are made from must not change meanwhile: a deferred holds counted references to its inputs, which makes them shared,
/// and shared blocks are never written to (variables copy on write). References point from results to inputs only, so there are no cycles.
/// It is counted itself, because another thread may ask for the memory,
/// after which the storage lets go of it, while a reader still uses it.
/// </remarks>
internal abstract class Deferred
{
    private int _holders = 1;

    /// <summary>Makes every element. Works on several threads, so it must not be called from a piece of work.</summary>
    internal abstract void Fill(nint block);

    /// <summary>Holds it, unless its last holder has let go already: then the block has its elements.</summary>
    internal bool TryHold()
    {
        for (var holders = Volatile.Read(ref _holders); holders > 0;)
        {
            var seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
                return true;
            holders = seen;
        }

        return false;
    }

    /// <summary>Lets go of it; the last to do so lets go of its inputs.</summary>
    internal void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
            ReleaseInputs();
    }

    private protected abstract void ReleaseInputs();
}
