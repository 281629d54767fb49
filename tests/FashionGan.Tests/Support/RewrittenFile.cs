using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;

namespace FashionGanTf.Tests.Support;

/// <summary>
/// A safetensors file as another tool writes it again: the data sorted by type and name, as the format's own library does, the header in
/// the opposite order, all texts at the header's end, and as many spaces after it as that tool likes.
/// </summary>
internal static class RewrittenFile
{
    /// <summary>Writes a file again.</summary>
    /// <param name="path">The file.</param>
    /// <param name="target">Its new place.</param>
    /// <param name="texts">Names of texts that the tool adds.</param>
    internal static void Write(string path, string target, params string[] texts)
    {
        var file = File.ReadAllBytes(path);
        var start = 8 + (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        var header = JsonNode.Parse(file.AsSpan(8, start - 8))!.AsObject();
        var metadata = header["__metadata__"]?.DeepClone().AsObject() ?? [];
        foreach (var added in texts)
            metadata[added] = "pt";
        header.Remove("__metadata__");

        using var data = new MemoryStream();
        var entries = new List<KeyValuePair<string, JsonNode?>>();
        foreach (var (name, entry) in header
            .OrderByDescending(entry => (string)entry.Value!["dtype"]!).ThenBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var (begin, end) = ((int)entry!["data_offsets"]![0]!, (int)entry["data_offsets"]![1]!);
            var moved = entry.DeepClone();
            moved["data_offsets"] = new JsonArray(data.Position, data.Position + end - begin);
            data.Write(file, start + begin, end - begin);
            entries.Insert(0, new(name, moved));
        }

        var text = Encoding.UTF8.GetBytes(new JsonObject(entries.Append(new("__metadata__", metadata))).ToJsonString() + "     ");
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        File.WriteAllBytes(target, [.. length, .. text, .. data.ToArray()]);
        CollectionAssert.AreNotEqual(file[start..], data.ToArray(), "nothing was moved");
    }
}
