namespace Tensorflow.Devices.Cpu.Stages;

/// <summary>
/// An element-wise kernel over a whole block that runs when its elements are needed, piece by piece. Stages follow each other, so that a
/// chain of them goes through memory once: a piece passes all of them while it lies in the nearest cache. The kernels are the same
/// whether a block is made at once, when its memory is asked for, or as a reader pulls it, and so are the bits.
/// </summary>
/// <param name="count">How many elements the block has.</param>
/// <param name="cost">What making an element costs: 1 and what its inputs' elements do.</param>
internal abstract unsafe class Stage(long count, int cost) : Deferred
{
    /// <summary>Elements that pass a chain together: few enough that a chain's rooms,
    /// and what is fetched for the next, stay in the nearest cache.</summary>
    internal const int ChunkLength = 1024;

    /// <summary>A longer chain is settled before another stage joins it, so that reading elements again costs little.</summary>
    private const int MaximumCost = 4;

    /// <summary>Smaller blocks are made at once: they stay in a cache anyway.</summary>
    internal static long Threshold { get; set; } = 1 << 16;

    internal int Cost => cost;

    /// <summary>Makes the stage's elements the block's: later where they are many, otherwise now.</summary>
    internal static void Assign(Storage y, Stage stage)
    {
        if (stage.Count >= Threshold)
        {
            y.Defer(stage);
            return;
        }

        stage.Fill(y.Pointer);
        stage.Release();
    }

    /// <summary>Opens a block as a stage's input.</summary>
    internal static Elements Input(Storage x)
    {
        if (x.Deferred is Stage { Cost: > MaximumCost })
            x.Settle();
        return Elements.Of(x);
    }

    /// <summary>Makes consecutive elements.</summary>
    internal void Make(long start, int length, float* y)
    {
        for (; length > ChunkLength; length -= ChunkLength, start += ChunkLength, y += ChunkLength)
        {
            Elements.Prefetch(y + ChunkLength, ChunkLength);
            MakeChunk(start, ChunkLength, y);
        }

        MakeChunk(start, length, y);
    }

    internal override void Fill(nint block) => Work.RunElements(Count, (start, length) => Make(start, length, (float*)block + start));

    /// <summary>Makes up to <see cref="ChunkLength"/> elements; <paramref name="y"/> may serve as an input's room.</summary>
    private protected abstract void MakeChunk(long start, int length, float* y);

    private long Count => count;
}
