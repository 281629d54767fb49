using Tensorflow;

namespace FashionGanTf.Objectives;

/// <summary>
/// What the two players want, as functions of logits (N, 1): above 0 the discriminator takes a picture for real. Both losses are scalars,
/// and the lower the better for the player. A step of the discriminator judges real and drawn pictures. A step of the generator judges
/// drawn ones, and also real ones where <see cref="GeneratorComparesWithReal"/>.
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
}
