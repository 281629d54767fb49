using Tensorflow;

namespace FashionGanTf.Objectives;

/// <summary>
/// What the two players want, as functions of the logits (N, 1) that the discriminator gives, higher ones to what looks more real. Both
/// losses are scalars, and the lower the better for the player. A step of the discriminator judges real and drawn pictures. A step of the
/// generator judges drawn ones, and also real ones where <see cref="GeneratorComparesWithReal"/>.
/// </summary>
public interface IAdversarialLoss
{
    /// <summary>Whether the generator's loss needs the logits of real pictures, as many as drawn ones.</summary>
    bool GeneratorComparesWithReal { get; }

    /// <summary>The discriminator's loss.</summary>
    /// <param name="real">Logits of real pictures, (N, 1).</param>
    /// <param name="fake">Logits of drawn pictures, (N, 1).</param>
    Tensor Discriminator(Tensor real, Tensor fake);

    /// <summary>The generator's loss.</summary>
    /// <param name="fake">Logits of drawn pictures, (N, 1).</param>
    /// <param name="real">Logits of real pictures, (N, 1); may be null unless <see cref="GeneratorComparesWithReal"/>.</param>
    Tensor Generator(Tensor fake, Tensor? real = null);

    /// <summary>What the discriminator thinks of each picture, for the logs: logits that are above 0 where it takes the picture for real,
    /// and whose sigmoid says how surely. They are the logits that it gives, unless the loss has another border than 0, or none.</summary>
    /// <param name="real">Logits of real pictures, (N, 1).</param>
    /// <param name="fake">Logits of drawn pictures, (N, 1).</param>
    (Tensor Real, Tensor Fake) Verdicts(Tensor real, Tensor fake) => (real, fake);
}
