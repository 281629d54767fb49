namespace Tensorflow;

/// <content>Python's built-in functions, for programs that read like Python's.</content>
public static partial class Binding
{
    /// <summary>Pairs of the two sequences' elements; as many as the shorter one has.</summary>
    public static IEnumerable<(T1, T2)> zip<T1, T2>(IEnumerable<T1> first, IEnumerable<T2> second) => first.Zip(second);

    /// <summary>Pairs of two pairs' elements, for <c>zip(gradients, (w, b))</c>.</summary>
    public static IEnumerable<(T1, T2)> zip<T1, T2>((T1, T1) first, (T2, T2) second) =>
        [(first.Item1, second.Item1), (first.Item2, second.Item2)];

    /// <summary>Triples of the three sequences' elements; as many as the shortest one has.</summary>
    public static IEnumerable<(T1, T2, T3)> zip<T1, T2, T3>(IEnumerable<T1> first, IEnumerable<T2> second, IEnumerable<T3> third) =>
        first.Zip(second, third);

    /// <summary>Each element with its number: start, start + step, ...</summary>
    public static IEnumerable<(int, T)> enumerate<T>(IEnumerable<T> values, int start = 0, int step = 1)
    {
        var number = start;
        foreach (var value in values)
        {
            yield return (number, value);
            number += step;
        }
    }

    /// <summary>0, 1, ... end - 1.</summary>
    public static IEnumerable<int> range(int end) => range(0, end);

    /// <summary>start, start + 1, ... end - 1.</summary>
    public static IEnumerable<int> range(int start, int end) => Enumerable.Range(start, Math.Max(0, end - start));

    /// <summary>Where <c>print</c> and <c>summary</c> write; null for standard output. A <see cref="StringWriter"/> is emptied when it is
    /// set.</summary>
    public static TextWriter? tf_output_redirect
    {
        get;
        set
        {
            (value as StringWriter)?.GetStringBuilder().Clear();
            field = value;
        }
    }

    /// <summary>Where lines for people go now.</summary>
    internal static TextWriter Output => tf_output_redirect ?? Console.Out;

    /// <summary>Writes a value and a line's end to standard output.</summary>
    public static void print(object? value) => Output.WriteLine(value?.ToString() ?? "None");

    /// <summary>Writes a text, or a composite format with its arguments, and a line's end to standard output.</summary>
    public static void print(string format, params object[] objects) =>
        Output.WriteLine(objects.Length == 0 ? format : string.Format(System.Globalization.CultureInfo.InvariantCulture, format, objects));

    /// <summary>How many elements a sequence has; a tensor: along its first axis.</summary>
    public static int len<T>(IEnumerable<T> values) => values.Count();

    /// <summary>How many elements a tensor has along its first axis.</summary>
    public static int len(Tensor tensor) => checked((int)tensor.shape[0]);

    /// <summary>Appends to a list.</summary>
    public static void add<T>(this IList<T> list, T element) => list.Add(element);

    /// <summary>Python's <c>with</c>: does something and disposes the object then, whatever happens.</summary>
    public static void tf_with<T>(T py, Action<T> action) where T : IDisposable
    {
        using (py)
            action(py);
    }

    /// <summary>Python's <c>with</c>, for something that gives a result.</summary>
    public static TOut tf_with<TIn, TOut>(TIn py, Func<TIn, TOut> action) where TIn : IDisposable
    {
        using (py)
            return action(py);
    }
}
