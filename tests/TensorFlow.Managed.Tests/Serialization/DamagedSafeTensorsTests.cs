using System.Buffers.Binary;
using System.Text;
using Tensorflow.Serialization;

namespace Tensorflow.Tests.Files;

/// <summary>safetensors files that someone made to do harm, or that broke: each is refused with one line that says why.</summary>
[TestClass]
public class DamagedSafeTensorsTests
{
    private const string Good = """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""";

    [TestMethod]
    public void TheFileThatTheOthersAreMadeFromIsGood() => CollectionAssert.AreEqual(new float[2], Load(File(Good, 8)).ToArray<float>("a"));

    [TestMethod]
    [DataRow(0, "too short for a safetensors file.")]
    [DataRow(7, "too short for a safetensors file.")]
    [DataRow(8, "cut short, or not a safetensors file: its header is said to be 54 bytes long, and 0 follow.")]
    [DataRow(61, "cut short, or not a safetensors file: its header is said to be 54 bytes long, and 53 follow.")]
    [DataRow(62, "the tensors end at byte 8, the file holds 0 bytes of them (cut short, or something follows).")]
    [DataRow(69, "the tensors end at byte 8, the file holds 7 bytes of them (cut short, or something follows).")]
    public void CutShort(int length, string message) => Says(message, File(Good, 8)[..length]);

    [TestMethod]
    [DataRow(ulong.MaxValue)]
    [DataRow(1UL << 63)]
    [DataRow(100_000_001UL)]
    [DataRow(63UL)]
    public void HeadersLongerThanTheFile(ulong length)
    {
        var file = File(Good, 8);
        BinaryPrimitives.WriteUInt64LittleEndian(file, length);
        Says($"cut short, or not a safetensors file: its header is said to be {length} bytes long, and {file.Length - 8} follow.", file);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(" {}")]
    [DataRow("[]")]
    [DataRow("null")]
    [DataRow("\uFEFF{}")]
    public void HeadersThatAreNoObject(string header) => Says("not a safetensors file: its header does not begin with '{'.", File(header));

    [TestMethod]
    [DataRow("{")]
    [DataRow("{} {}")]
    [DataRow("{}x")]
    [DataRow("{\"a\":}")]
    [DataRow("{/* a comment */}")]
    [DataRow("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},}""")]
    [DataRow("""{"a":[[[[[[[[1]]]]]]]]}""")]
    [DataRow("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,8]}}""")]
    [DataRow("""{"a":{"dtype":"F32","shape":["2"],"data_offsets":[0,8]}}""")]
    [DataRow("""{"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]}}""")]
    [DataRow("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,1e99]}}""")]
    [DataRow("""{"\ud800":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""")]
    public void HeadersThatAreNotTheFormats(string header) =>
        SaysBeginning("the header is not what the format asks for: ", File(header, 8));

    [TestMethod]
    public void NamesThatAreNoUtf8()
    {
        var file = File("""{"a?":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8);
        file[Array.IndexOf(file, (byte)'?')] = 0xFF;
        SaysBeginning("the header is not what the format asks for: ", file);
    }

    [TestMethod]
    public void DepthIsRefusedBeforeItIsFollowed() =>
        SaysBeginning("the header is not what the format asks for: ", File("{\"a\":" + new string('[', 1_000_000)));

    [TestMethod]
    [DataRow("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""")]
    [DataRow("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"\u0061":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""")]
    [DataRow("""{"a":{"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]}}""")]
    [DataRow("""{"__metadata__":{},"__metadata__":{},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""")]
    [DataRow("""{"__metadata__":{"x":"1","x":"2"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""")]
    public void NamesThatStandThereTwice(string header) =>
        SaysBeginning("the header is not what the format asks for: Duplicate property", File(header, 8));

    [TestMethod]
    [DataRow("""{"__metadata__":3}""", "__metadata__ is not a JSON object.")]
    [DataRow("""{"__metadata__":{"x":3}}""", "the metadata 'x' is not a text.")]
    [DataRow("""{"__metadata__":{"x":null}}""", "the metadata 'x' is not a text.")]
    [DataRow("""{"a":3}""", "the tensor 'a' lacks its dtype, shape or data_offsets.")]
    [DataRow("""{"a":{"shape":[2],"data_offsets":[0,8]}}""", "the tensor 'a' lacks its dtype, shape or data_offsets.")]
    [DataRow("""{"a":{"dtype":7,"shape":[2],"data_offsets":[0,8]}}""", "the tensor 'a' lacks its dtype, shape or data_offsets.")]
    [DataRow("""{"a":{"dtype":"F32","shape":2,"data_offsets":[0,8]}}""", "the tensor 'a' lacks its dtype, shape or data_offsets.")]
    [DataRow("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}""", "the tensor 'a' lacks its dtype, shape or data_offsets.")]
    [DataRow("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8,8]}}""", "the tensor 'a' lacks its dtype, shape or data_offsets.")]
    [DataRow("""{"a":{"dtype":"F2","shape":[32],"data_offsets":[0,8]}}""",
        "the tensor 'a' is of type F2, which this reader does not know.")]
    [DataRow("""{"a":{"dtype":"F4","shape":[15],"data_offsets":[0,8]}}""", "the tensor 'a' of shape (15) does not fit the bytes 0 to 8.")]
    [DataRow("""{"a":{"dtype":"F4","shape":[15],"data_offsets":[0,7]},"b":{"dtype":"U8","shape":[1],"data_offsets":[7,8]}}""",
        "the tensor 'a' of shape (15) does not fit the bytes 0 to 7.")]
    [DataRow("""{"a":{"dtype":"F16","shape":[8],"data_offsets":[0,8]}}""", "the tensor 'a' of shape (8) does not fit the bytes 0 to 8.")]
    [DataRow("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", "the tensor 'a' has an impossible shape.")]
    [DataRow("""{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}""", "the tensor 'a' has an impossible size.")]
    [DataRow("""{"a":{"dtype":"F32","shape":[0,4294967296,4294967296],"data_offsets":[0,0]}}""", "the tensor 'a' has an impossible size.")]
    [DataRow("""{"a":{"dtype":"F32","shape":[4611686018427387905],"data_offsets":[0,4]}}""", "the tensor 'a' has an impossible size.")]
    [DataRow("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}}""", "the tensor 'a' of shape (1) does not fit the bytes 0 to 8.")]
    [DataRow("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", "the tensor 'a' of shape (2) does not fit the bytes 8 to 0.")]
    [DataRow("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}""", "the tensor 'a' of shape (2) does not fit the bytes -8 to 0.")]
    [DataRow("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[9223372036854775800,-9223372036854775808]}}""",
        "the tensor 'a' of shape (2) does not fit the bytes 9223372036854775800 to -9223372036854775808.")]
    [DataRow("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[4,8]}}""",
        "the tensor 'a' begins at byte 4 where 0 was expected (a gap or an overlap).")]
    [DataRow("""{"a":{"dtype":"U8","shape":[5],"data_offsets":[0,5]},"b":{"dtype":"U8","shape":[4],"data_offsets":[4,8]}}""",
        "the tensor 'b' begins at byte 4 where 5 was expected (a gap or an overlap).")]
    [DataRow("""{"a":{"dtype":"U8","shape":[8],"data_offsets":[0,8]},"b":{"dtype":"U8","shape":[8],"data_offsets":[0,8]}}""",
        "the tensor 'b' begins at byte 0 where 8 was expected (a gap or an overlap).")]
    [DataRow("""{"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},"b":{"dtype":"U8","shape":[4],"data_offsets":[4,8]}}""",
        "the tensor 'b' begins at byte 4 where 3 was expected (a gap or an overlap).")]
    [DataRow("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""",
        "the tensors end at byte 4, the file holds 8 bytes of them (cut short, or something follows).")]
    [DataRow("""{"a":{"dtype":"F32","shape":[1000000],"data_offsets":[0,4000000]}}""",
        "the tensors end at byte 4000000, the file holds 8 bytes of them (cut short, or something follows).")]
    [DataRow("{}", "the tensors end at byte 0, the file holds 8 bytes of them (cut short, or something follows).")]
    public void EntriesThatDoNotFit(string header, string message) => Says(message, File(header, 8));

    [TestMethod]
    [DataRow("F4", 16)]
    [DataRow("F8_E4M3", 8)]
    [DataRow("I16", 4)]
    [DataRow("U64", 1)]
    public void TypesThatTheRuntimeLacksAreRefusedWhenTheyAreAskedFor(string type, int count)
    {
        var header =
            """{"a\n":{"dtype":"TYPE","shape":[COUNT],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}}"""
            .Replace("TYPE", type).Replace("COUNT", $"{count}");
        var file = Load(File(header, 16));
        CollectionAssert.AreEqual(new float[2], file.ToArray<float>("b"));
        Assert.AreEqual(new Shape(count), file.shape("a\n"));
        var message = $"model.safetensors: the tensor 'a?' is of type {type}, which this reader does not have; it has F32, F64, I32, " +
            "I64, U8, BOOL, F16, BF16.";
        Assert.AreEqual(message, Assert.ThrowsExactly<InvalidDataException>(() => file.tensor("a\n")).Message);
        Assert.AreEqual(message, Assert.ThrowsExactly<InvalidDataException>(() => file.ToArray<float>("a\n")).Message);
    }

    [TestMethod]
    public void TruthValuesThatAreNeither()
    {
        var file = File("""{"a":{"dtype":"BOOL","shape":[8],"data_offsets":[0,8]}}""", 8);
        file[^1] = 1;
        Assert.IsTrue(Load(file).ToArray<bool>("a")[7]);
        file[^1] = 2;
        Says("the tensor 'a' is of type BOOL and holds bytes other than 0 and 1.", file);
    }

    [TestMethod]
    public void NamesCannotWriteToTheTerminal()
    {
        var error = Refused(File("""{"\n\u001b[2J":{"dtype":"F32","shape":[-1],"data_offsets":[0,8]}}""", 8));
        Assert.AreEqual("model.safetensors: the tensor '??[2J' has an impossible shape.", error.Message);
        // Line and paragraph separators break a line as well, and an override turns the direction of what follows.
        error = Refused(File("""{"\u2028\u2029\u0085\u202E\uD83D\uDC57":{"dtype":"F32","shape":[-1],"data_offsets":[0,8]}}""", 8));
        Assert.AreEqual("model.safetensors: the tensor '????\U0001F457' has an impossible shape.", error.Message);
        var longName = new string('a', 100_000);
        error = Refused(File($$$"""{"{{{longName}}}":{"dtype":"F32","shape":[-1],"data_offsets":[0,8]}}""", 8));
        Assert.IsLessThan(400, error.Message.Length);
    }

    [TestMethod]
    public void AFileThatChangesWhileItIsRead()
    {
        var file = File(Good, 8);
        var error = Assert.ThrowsExactly<InvalidDataException>(
            () => SafeTensors.Read("model.safetensors", new MemoryStream(file[..^1]), file.Length));
        Assert.AreEqual("model.safetensors: it was cut short while it was read.", error.Message);
        error = Assert.ThrowsExactly<InvalidDataException>(
            () => SafeTensors.Read("model.safetensors", new MemoryStream([.. file, 0]), file.Length));
        Assert.AreEqual("model.safetensors: it grew while it was read.", error.Message);
    }

    [TestMethod]
    public void AnyByteMayBeWrongAndNothingButAClearErrorFollows()
    {
        var good = File("""{"__metadata__":{"x":"y"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8);
        var refused = 0;
        for (var place = 0; place < good.Length - 8; place++)
            foreach (var value in new byte[]
                { 0, 1, (byte)' ', (byte)'"', (byte)'0', (byte)'9', (byte)'-', (byte)'[', (byte)'}', 0x7F, 0x80, 0xFF })
            {
                var file = good.ToArray();
                file[place] = value;
                try
                {
                    Load(file);
                }
                catch (InvalidDataException error)
                {
                    refused++;
                    Assert.StartsWith("model.safetensors: ", error.Message);
                }
            }

        Assert.IsGreaterThan(good.Length * 8, refused);
    }

    private static byte[] File(string header, int dataLength = 0)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var file = new byte[8 + text.Length + dataLength];
        BinaryPrimitives.WriteInt64LittleEndian(file, text.Length);
        text.CopyTo(file, 8);
        return file;
    }

    private static SafeTensors Load(byte[] file) => SafeTensors.Read("model.safetensors", new MemoryStream(file), file.Length);

    private static InvalidDataException Refused(byte[] file) => Assert.ThrowsExactly<InvalidDataException>(() => Load(file));

    private static void Says(string message, byte[] file) => Assert.AreEqual("model.safetensors: " + message, Refused(file).Message);

    private static void SaysBeginning(string message, byte[] file)
    {
        var actual = Refused(file).Message;
        Assert.StartsWith("model.safetensors: " + message, actual);
        Assert.DoesNotContain('\n', actual);
    }
}
