namespace FashionGanTf.Captions.Grammar;

/// <summary>Where a phrase stands in a caption.</summary>
internal enum PhrasePlace
{
    /// <summary>Before the noun, or after a comma: <c>dark</c>.</summary>
    Adjective,

    /// <summary>After the noun: <c>with high heels</c>.</summary>
    Tail,

    /// <summary>The garment itself: <c>dress</c>.</summary>
    Noun,
}
