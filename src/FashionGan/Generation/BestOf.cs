using FashionGanTf.Conditions;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Models;

namespace FashionGanTf.Generation;

/// <summary>
/// Of each so many pictures of a seed the one that the discriminator finds most real, as samplers reject by a discriminator (Azadi et al.,
/// Discriminator Rejection Sampling, 2019). The best of 4 number i is one of the pictures 4i to 4i + 3, whichever others are drawn.
/// </summary>
public static class BestOf
{
    /// <summary>Fewer are no choice.</summary>
    public const int Least = 2;

    /// <summary>More hardly get better, and more alike.</summary>
    public const int Most = 16;

    /// <summary>Pictures that are chosen at once; what is chosen does not depend on it.</summary>
    private const int ChosenAtOnce = 32;

    /// <summary>Those from which a picture is chosen, all of its class.</summary>
    /// <param name="picture">Number i of a seed; where it asks for nothing of a model that could be asked, i says whose turn it is.</param>
    /// <param name="of">How many, <see cref="Least"/> to <see cref="Most"/>.</param>
    /// <param name="conditions">What the model can be asked for.</param>
    /// <exception cref="ArgumentException">There are no numbers so high; the message is one line.</exception>
    public static IEnumerable<SeedRecipe> Candidates(SeedRecipe picture, int of, IConditions conditions)
    {
        var first = (long)picture.Number * of;
        if (first + of - 1 > int.MaxValue)
            throw new ArgumentException(
                $"the best of {of} number {picture.Number} would be chosen from number {first} on; {int.MaxValue} is the last.");
        return SeedRecipe.Range(picture.Seed, (int)first, of,
            picture.Class ?? (conditions.Size == 0 ? null : conditions.InTurn(picture.Number)));
    }

    /// <summary>The place of the best one in each group of candidates.</summary>
    /// <param name="logits">Those of all candidates, group after group.</param>
    /// <param name="of">How many are in a group.</param>
    public static IEnumerable<int> Places(float[] logits, int of) => Enumerable.Range(0, logits.Length / of)
        .Select(group => Enumerable.Range(group * of, of).MaxBy(place => logits[place]));

    /// <summary>Draws the best ones.</summary>
    /// <param name="gan">Draws and judges; it must be able to, see <see cref="FashionGan.CanJudge"/>.</param>
    /// <param name="pictures">Which.</param>
    /// <param name="of">Of how many each is the best.</param>
    /// <param name="manner">How all are drawn.</param>
    /// <returns>The pictures and what they are drawn from, drawn while they are gone through.</returns>
    /// <exception cref="ArgumentException">See <see cref="Candidates"/>.</exception>
    public static IEnumerable<(Recipe Recipe, Bitmap Picture)> Draw(
        FashionGan gan, IEnumerable<SeedRecipe> pictures, int of, Manner manner)
    {
        foreach (var part in pictures.Chunk(ChosenAtOnce))
        {
            Recipe[] candidates = [.. part.SelectMany(picture => Candidates(picture, of, gan.Conditions))];
            var drawn = gan.Draw(candidates, manner);
            foreach (var place in Places(gan.Judge(drawn, candidates), of))
                yield return (candidates[place], drawn[place]);
        }
    }
}
