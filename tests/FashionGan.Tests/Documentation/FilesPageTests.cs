using System.Reflection;
using FashionGanTf.Export;
using FashionGanTf.Models;
using FashionGanTf.Tests.Support;

namespace FashionGanTf.Tests.Documentation;

/// <summary>What docs/files.md says of files that go out.</summary>
[TestClass]
public sealed class FilesPageTests
{
    /// <summary>The program of the section on ONNX, with the file that the command above it makes: a picture of each of eight classes,
    /// none of them empty, and no two the same.</summary>
    [TestMethod]
    public void TheProgramForOnnxDraws()
    {
        using var folder = new TemporaryFolder();
        string network = Path.Combine(folder.Path, "generator.onnx"), pictures = Path.Combine(folder.Path, "pictures.pgm");
        ExportedNetwork.Of(FashionGan.Pretrained()).WriteOnnx(network);
        var code = CSharpSnippet.Of(Path.Combine(Repository.Root, "docs", "files.md")).Single()
            .Replace("\"generator.onnx\"", $"@\"{network}\"", StringComparison.Ordinal)
            .Replace("\"pictures.pgm\"", $"@\"{pictures}\"", StringComparison.Ordinal);
        using var program = new MemoryStream();
        Assert.IsTrue(CSharpSnippet.Compile(code).Emit(program).Success);
        var main = Assembly.Load(program.ToArray()).EntryPoint!;
        main.Invoke(null, [.. main.GetParameters().Select(_ => (object)Array.Empty<string>())]);

        var bytes = File.ReadAllBytes(pictures);
        var header = "P5 28 224 255\n"u8;
        Assert.IsTrue(bytes.AsSpan().StartsWith(header));
        var drawn = bytes[header.Length..].Chunk(28 * 28).ToList();
        Assert.HasCount(8, drawn);
        Assert.IsTrue(drawn.TrueForAll(picture => picture.Length == 28 * 28 && picture.Count(pixel => pixel > 64) > 50));
        Assert.HasCount(8, drawn.DistinctBy(Convert.ToHexString).ToList());
    }
}
