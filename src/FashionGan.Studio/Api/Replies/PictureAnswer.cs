namespace FashionGanTf.Studio.Api.Replies;

/// <summary>A picture in JSON.</summary>
/// <param name="Recipe">What it is drawn from.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Png">A PNG file, in base64.</param>
internal sealed record PictureAnswer(string Recipe, int Width, int Height, byte[] Png);
