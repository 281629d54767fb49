namespace FashionGanTf.Models;

/// <summary>What a generator draws one picture from.</summary>
/// <param name="Values">Its numbers of noise, or of a generator with styles all rows of w, one after the other.</param>
/// <param name="Condition">What it is asked to be; not used with styles, which know the class already.</param>
/// <param name="NoiseSeed">As in <see cref="Generation.Manner"/>.</param>
internal sealed record GeneratorInput(float[] Values, float[] Condition, int? NoiseSeed = null);
