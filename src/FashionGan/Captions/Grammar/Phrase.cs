namespace FashionGanTf.Captions.Grammar;

/// <summary>A way to say one thing of a garment.</summary>
/// <param name="Text">One word or more, in small letters, a blank between two.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record Phrase(string Text, PhrasePlace Place)
{
    /// <summary>Its words.</summary>
    internal string[] Words { get; } = Text.Split(' ');
}
