using FashionGanTf.Networks;

namespace FashionGanTf.Conditions;

/// <summary>Texts as a network's encoder understands them. For one thread and for as long as the encoder's weights stay: a text is encoded
/// once.</summary>
/// <param name="vocabulary">The words that the model knows.</param>
/// <param name="encoder">The network's.</param>
internal sealed class TextConditions(Vocabulary vocabulary, TextEncoder encoder) : IConditions
{
    private readonly Dictionary<string, float[]> _encoded = [];

    /// <inheritdoc/>
    public int Size => TextEncoder.Size;

    /// <inheritdoc/>
    public float[] Of(string asked) =>
        _encoded.TryGetValue(asked, out var known) ? known : _encoded[asked] = encoder.Encode(vocabulary.Read(asked).Tokens);

    /// <inheritdoc/>
    public string InTurn(long picture) => vocabulary.InTurn(picture);
}
