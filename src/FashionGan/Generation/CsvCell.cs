namespace FashionGanTf.Generation;

/// <summary>Text in a table of comma-separated values (RFC 4180).</summary>
internal static class CsvCell
{
    /// <summary>The text in quotes; those in it are doubled.</summary>
    internal static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"")}\"";
}
