using System.Text.Json;
using Tensorflow;
using Tensorflow.Serialization;

namespace FashionGanTf.Tests.Support;

/// <summary>One case of what PyTorch computed in float64 (golden/README.md).</summary>
public sealed class GoldenCase
{
    private static readonly Dictionary<string, SafeTensors> s_files = [];
    private readonly SafeTensors _file;
    private readonly string _prefix;
    private readonly JsonElement _deviations;

    private GoldenCase(SafeTensors file, int number, JsonElement parameters, JsonElement deviations) =>
        (_file, _prefix, Parameters, _deviations) = (file, $"case{number}/", parameters, deviations);

    /// <summary>The case's parameters.</summary>
    public JsonElement Parameters { get; }

    /// <summary>All cases of a file, named without its ending.</summary>
    public static IEnumerable<GoldenCase> Of(string file)
    {
        SafeTensors? tensors;
        lock (s_files)
            if (!s_files.TryGetValue(file, out tensors))
                s_files[file] = tensors = SafeTensors.load(Path.Combine(AppContext.BaseDirectory, "golden", file + ".safetensors"));
        JsonElement cases = Json(tensors, "cases"), deviations = Json(tensors, "deviation");
        return Enumerable.Range(0, cases.GetArrayLength())
            .Select(number => new GoldenCase(tensors, number, cases[number], deviations[number]));
    }

    /// <summary>The cases of a file whose parameter has a value, each as a data row of a test.</summary>
    public static IEnumerable<object[]> Rows(string file, string parameter, params string[] values) =>
        Of(file).Where(golden => values.Contains(golden.Text(parameter))).Select(golden => new object[] { golden });

    public Tensor this[string name] => _file.tensor(_prefix + name);

    public bool Has(string name) => _file.contains(_prefix + name);

    public string Text(string parameter) => Parameters.GetProperty(parameter).GetString()!;

    public bool Flag(string parameter) => Parameters.GetProperty(parameter).GetBoolean();

    public int Whole(string parameter) => Parameters.GetProperty(parameter).GetInt32();

    public float Number(string parameter) => Parameters.GetProperty(parameter).GetSingle();

    /// <summary>Ten times as far from the value as PyTorch's own float32 lands, or 1e-6, both of the largest magnitude.</summary>
    /// <param name="name">The value's name.</param>
    /// <param name="actual">What should be near it.</param>
    /// <param name="rounding">How far it may be at least, of the largest magnitude, where it was got from a rounded number.</param>
    public void IsNear(string name, Tensor? actual, double rounding = 1e-6)
    {
        var expected = this[name].ToArray<float>();
        // A gradient that is zero may come as none.
        var values = actual?.ToArray<float>() ?? new float[expected.Length];
        var bound = Math.Max(10 * _deviations.GetProperty(name).GetDouble(), rounding) * expected.Max(Math.Abs);
        Assert.HasCount(expected.Length, values, name);
        for (var i = 0; i < expected.Length; i++)
            Assert.AreEqual(expected[i], values[i], bound, $"{this}, {name}, element {i}");
    }

    public override string ToString() => _prefix + Parameters;

    private static JsonElement Json(SafeTensors file, string what) => JsonDocument.Parse(file.metadata[what]).RootElement;
}
