namespace FashionGanTf.Captions;

/// <summary>What a picture is said to show.</summary>
/// <param name="Picture">The picture's number in the data set's own order, from 0.</param>
/// <param name="Text">The words.</param>
public sealed record Caption(int Picture, string Text);
