using System.Numerics.Tensors;
using FashionGanTf.Captions;

namespace FashionGanTf.Evaluation.Words;

/// <summary>
/// R@1 among 100 captions: how often a picture is nearer to its own caption than to 99 others, by the cosine of what the two towers of a
/// scorer make of picture and caption. The others contradict its own, in the class or an attribute: a caption that may be as true of the
/// picture would make it a matter of chance.
/// </summary>
internal static class Retrieval
{
    /// <summary>Captions that a picture chooses from, its own among them.</summary>
    internal const int Captions = 100;

    /// <summary>The share of right choices among all pictures that have enough other captions; null where none has.</summary>
    /// <param name="pictures">N rows of numbers of length 1.</param>
    /// <param name="captions">As many, of each picture's caption.</param>
    /// <param name="asked">What each caption asks for.</param>
    /// <param name="chosen">The pictures that choose; the others only lend their captions.</param>
    internal static double? Of(float[][] pictures, float[][] captions, IReadOnlyList<Description> asked, IEnumerable<int> chosen)
    {
        var (right, all) = (0, 0);
        foreach (var i in chosen)
        {
            // Those that follow: the order of the pictures is not by class, and the choice is the same each time.
            var others = Enumerable.Range(1, asked.Count - 1).Select(step => (i + step) % asked.Count)
                .Where(other => asked[i].Contradicts(asked[other])).Take(Captions - 1).ToArray();
            if (others.Length < Captions - 1)
                continue;
            var own = TensorPrimitives.Dot<float>(pictures[i], captions[i]);
            all++;
            right += Array.TrueForAll(others, other => TensorPrimitives.Dot<float>(pictures[i], captions[other]) < own) ? 1 : 0;
        }

        return all == 0 ? null : (double)right / all;
    }
}
