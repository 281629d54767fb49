using FashionGanTf.Imaging;
using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation.Features;

/// <summary>Describes pictures by numbers, in which sets of them are compared.</summary>
public interface IPictureFeatures
{
    /// <summary>What <c>--features</c> calls it.</summary>
    string Kind { get; }

    /// <summary>What it is, for a reader: <c>a classifier of Fashion-MNIST</c>.</summary>
    string InWords { get; }

    /// <summary>How many numbers describe a picture.</summary>
    int Count { get; }

    /// <summary>What tells its weights from others, as hexadecimal digits.</summary>
    string Sha256 { get; }

    /// <summary>Requires pictures that can be described.</summary>
    /// <param name="picture">Their size and colours.</param>
    /// <param name="pictures">What to call them in a message: <c>the data's</c>.</param>
    /// <exception cref="ArgumentException">They cannot; the one-line message says why.</exception>
    void Require(PictureShape picture, string pictures);

    /// <summary>Describes pictures; each by the same bits, whichever stand beside it.</summary>
    /// <param name="pictures">uint8 (N, size, size) in gray or (N, size, size, 3) in colour.</param>
    /// <param name="progress">Is told how many are done, now and then.</param>
    /// <param name="stop">Ends the work early.</param>
    Embedding Embed(NDArray pictures, Action<int>? progress = null, CancellationToken stop = default);
}
