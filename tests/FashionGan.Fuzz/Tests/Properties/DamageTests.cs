using FashionGanTf.Fuzz.Formats;
using FashionGanTf.Fuzz.Mutation;
using FashionGanTf.Fuzz.Running;
using FsCheck;
using FsCheck.Fluent;

namespace FashionGanTf.Fuzz.Tests.Properties;

/// <summary>Any damage ends in success or in one of the exceptions that the reader declares, with one line;
/// what fails is made small by FsCheck.</summary>
[TestClass]
public class DamageTests
{
    [TestMethod]
    [DataRow("idx")]
    [DataRow("gzip")]
    [DataRow("safetensors")]
    [DataRow("png")]
    [DataRow("jpeg")]
    [DataRow("webp")]
    [DataRow("gif")]
    [DataRow("bmp")]
    [DataRow("config")]
    [DataRow("checkpoint")]
    public void AnyDamageEndsInSuccessOrOneLine(string name)
    {
        var format = FuzzFormat.All.Single(known => known.Name == name);
        var damaged =
            from number in Gen.Choose(0, int.MaxValue)
            from tail in ArbMap.Default.GeneratorFor<byte[]>()
            select (byte[])[.. format.MakeInput(new FuzzRandom(0, number)), .. tail];
        Generators.Holds(damaged, input => Assert.IsNull(Verdict.Of(format, input, out _)));
    }

    [TestMethod]
    public void BytesThatAreNoFileAtAll()
    {
        foreach (var format in FuzzFormat.All)
            Generators.Holds(ArbMap.Default.GeneratorFor<byte[]>(), input => Assert.IsNull(Verdict.Of(format, input, out _), format.Name));
    }
}
