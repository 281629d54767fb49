#nullable disable
using Tensorflow.Keras;

namespace Tensorflow;

public static class Binding
{
    public static tensorflow tf => throw null;

    public static void add<T>(this IList<T> list, T element) => throw null;

    public static void print(object obj) => throw null;

    public static void print(string format, params object[] objects) => throw null;

    public static IEnumerable<int> range(int end) => throw null;

    public static IEnumerable<int> range(int start, int end) => throw null;

    public static IEnumerable<(T1, T2)> zip<T1, T2>(IList<T1> t1, IList<T2> t2) => throw null;

    public static IEnumerable<(T1, T2)> zip<T1, T2>(IEnumerable<T1> e1, IEnumerable<T2> e2) => throw null;

    public static IEnumerable<(int, T)> enumerate<T>(IList<T> values) => throw null;

    public static IEnumerable<(int, T)> enumerate<T>(IEnumerable<T> values, int start = 0, int step = 1) => throw null;
}

public static class KerasApi
{
    public static KerasInterface keras => throw null;
}
