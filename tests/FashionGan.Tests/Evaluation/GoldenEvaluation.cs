using System.Text.Json;
using Tensorflow.NumPy;
using Tensorflow.Serialization;

namespace FashionGanTf.Tests.Evaluation;

/// <summary>What SciPy, torch-fidelity and prdc compute (golden/README.md).</summary>
internal static class GoldenEvaluation
{
    private static readonly SafeTensors s_file =
        SafeTensors.load(Path.Combine(AppContext.BaseDirectory, "golden", "evaluation.safetensors"));

    private static readonly JsonElement[] s_cases = [.. JsonDocument.Parse(s_file.metadata["cases"]).RootElement.EnumerateArray()];

    /// <summary>The cases that have a tensor of this name.</summary>
    internal static IEnumerable<object[]> With(string name) =>
        Enumerable.Range(0, s_cases.Length).Where(i => s_file.contains($"case{i}/{name}")).Select(i => new object[] { i });

    internal static NDArray Features(int number, string name) => s_file.tensor($"case{number}/{name}").numpy();

    internal static double[] Values(int number, string name) => s_file.ToArray<double>($"case{number}/{name}");

    internal static double Value(int number, string name) => Values(number, name).Single();

    internal static int Nearest(int number) => s_cases[number].GetProperty("nearest_k").GetInt32();

    /// <summary>Requires a value to be within a millionth of the expected one, or of what it is the small difference of.</summary>
    internal static void RequireNear(double expected, double actual, string what, double scale = 0) =>
        Assert.AreEqual(expected, actual, 1e-6 * Math.Max(Math.Abs(expected), scale), what);
}
