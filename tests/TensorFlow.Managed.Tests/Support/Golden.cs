using System.Text.Json;
using Tensorflow.Serialization;

namespace Tensorflow.Tests;

/// <summary>The values that TensorFlow computed (golden/README.md says how), case by case.</summary>
public sealed class Golden
{
    private readonly SafeTensors _file;
    private readonly string _prefix;

    private Golden(SafeTensors file, int number, JsonElement parameters) =>
        (_file, _prefix, Parameters) = (file, $"case{number}/", parameters);

    /// <summary>The case's parameters.</summary>
    public JsonElement Parameters { get; }

    /// <summary>All cases of a file, named without its ending.</summary>
    public static IEnumerable<Golden> Cases(string file)
    {
        var tensors = SafeTensors.load(Path.Combine(AppContext.BaseDirectory, "golden", file + ".safetensors"));
        var cases = JsonDocument.Parse(tensors.metadata["cases"]).RootElement;
        return Enumerable.Range(0, cases.GetArrayLength()).Select(number => new Golden(tensors, number, cases[number]));
    }

    /// <summary>How far PyTorch's float32 lands from a value that it computed in float64, of its largest magnitude.</summary>
    public static double Deviation(string file, int number, string name)
    {
        var tensors = SafeTensors.load(Path.Combine(AppContext.BaseDirectory, "golden", file + ".safetensors"));
        return JsonDocument.Parse(tensors.metadata["deviation"]).RootElement[number].GetProperty(name).GetDouble();
    }

    public Tensor this[string name] => _file.tensor(_prefix + name);

    public bool Has(string name) => _file.contains(_prefix + name);

    public T[] Values<T>(string name) where T : unmanaged => _file.ToArray<T>(_prefix + name);

    public string Text(string parameter) => Parameters.GetProperty(parameter).GetString()!;

    public bool Flag(string parameter) => Parameters.GetProperty(parameter).GetBoolean();

    public override string ToString() => _prefix + Parameters;
}
