using System.CommandLine;
using FashionGanTf.Generation;
using FashionGanTf.Models;

namespace FashionGanTf.Cli.CommandLine;

/// <summary>Options that say in which <see cref="Manner"/> a generator draws.</summary>
internal static class MannerOption
{
    /// <summary>The option <c>--psi</c>.</summary>
    internal static Option<double?> Psi() => NumberOption.Optional("--psi",
        "Truncation in w, of a StyleGAN: what is left of w's distance from its average; less makes pictures plainer and more alike, " +
        "more than 1 more varied.", 0, Manner.MostPsi);

    /// <summary>The option <c>--style-mixing</c>.</summary>
    internal static Option<bool> StyleMixing() => new("--style-mixing")
    {
        Description = "Draw as a StyleGAN is trained: nine of ten pictures take some rows of w from a second one of the same class, so " +
            "that they vary more.",
    };

    /// <summary>Requires a generator that has styles.</summary>
    /// <param name="gan">The generator.</param>
    /// <param name="option">The option that mixes them.</param>
    /// <exception cref="UsageException">It has none.</exception>
    internal static void RequireStyles(FashionGan gan, Option option)
    {
        if (gan.Styles == 0)
            throw new UsageException($"{option.Name}: this model has no w, rows of which it mixes; models of --network stylegan have it.");
    }

    /// <summary>Requires a generator that can draw in a manner.</summary>
    /// <param name="gan">The generator.</param>
    /// <param name="option">The option that asks for it.</param>
    /// <param name="manner">What that option alone asks for.</param>
    /// <exception cref="UsageException">It cannot.</exception>
    internal static void RequireFit(FashionGan gan, Option option, Manner manner)
    {
        try
        {
            gan.Require(manner);
        }
        catch (ArgumentException error)
        {
            throw new UsageException($"{option.Name}: {error.Message}");
        }
    }
}
