namespace Tensorflow.Operations;

/// <summary>
/// Einstein's summation: <c>ij,jk-&gt;ik</c> is a matrix product. Each letter names an axis; one that the result lacks is summed over.
/// Two operands at a time are brought to the form of a batch of matrix products.
/// </summary>
internal static class Einsum
{
    private const char FirstOfEllipsis = '\uE000';

    /// <param name="equation">Letters for the axes of each operand, with commas between, and behind <c>-&gt;</c> those of the result;
    /// without that the letters that occur once, in the alphabet's order. <c>...</c> stands for any axes before the others.</param>
    /// <param name="operands">Tensors of one type.</param>
    /// <exception cref="ArgumentException">The equation does not fit the operands, or names an axis twice in one operand.</exception>
    internal static Tensor Apply(string equation, Tensor[] operands)
    {
        var (terms, result) = Parse(equation, operands);
        var (value, letters) = (operands[0], terms[0]);
        for (var i = 1; i < operands.Length; i++)
        {
            var needed = result + string.Concat(terms[(i + 1)..]);
            (value, letters) = Pair(value, letters, operands[i], terms[i], needed);
        }

        value = SumAllBut(value, ref letters, result);
        return Transpose.Apply(value, [.. result.Select(letter => letters.IndexOf(letter))]);
    }

    private static (Tensor Value, string Letters) Pair(Tensor a, string lettersOfA, Tensor b, string lettersOfB, string needed)
    {
        a = SumAllBut(a, ref lettersOfA, needed + lettersOfB);
        b = SumAllBut(b, ref lettersOfB, needed + lettersOfA);
        var shared = lettersOfA.Intersect(lettersOfB).ToArray();
        string batch = new([.. shared.Where(needed.Contains)]), summed = new([.. shared.Where(letter => !needed.Contains(letter))]);
        string left = new([.. lettersOfA.Except(shared)]), right = new([.. lettersOfB.Except(shared)]);
        var sizes = lettersOfA.Select((letter, axis) => (letter, size: a.shape[axis]))
            .Concat(lettersOfB.Select((letter, axis) => (letter, size: b.shape[axis]))).DistinctBy(pair => pair.letter)
            .ToDictionary(pair => pair.letter, pair => pair.size);
        long Size(string letters) => letters.Aggregate(1L, (product, letter) => product * sizes[letter]);
        Tensor Ordered(Tensor x, string from, string to, Shape shape) =>
            Reshape.Apply(Transpose.Apply(x, [.. to.Select(letter => from.IndexOf(letter))]), shape);

        var product = MatMul.Apply(
            Ordered(a, lettersOfA, batch + left + summed, (Size(batch), Size(left), Size(summed))),
            Ordered(b, lettersOfB, batch + summed + right, (Size(batch), Size(summed), Size(right))));
        var all = batch + left + right;
        return (Reshape.Apply(product, new Shape([.. all.Select(letter => sizes[letter])])), all);
    }

    private static Tensor SumAllBut(Tensor x, ref string letters, string needed)
    {
        var of = letters;
        int[] axes = [.. Enumerable.Range(0, letters.Length).Where(axis => !needed.Contains(of[axis]))];
        letters = new string([.. letters.Where(needed.Contains)]);
        return axes.Length == 0 ? x : ReduceSum.Apply(x, axes);
    }

    private static (string[] Terms, string Result) Parse(string equation, Tensor[] operands)
    {
        var sides = equation.Replace(" ", "", StringComparison.Ordinal).Split("->");
        var terms = sides[0].Split(',');
        if (sides.Length > 2 || terms.Length != operands.Length || operands.Length == 0)
            throw new ArgumentException($"Einsum: '{equation}' does not name {operands.Length} operands.");
        var longest = "";
        for (var i = 0; i < terms.Length; i++)
        {
            var axes = operands[i].ndim - (terms[i].Length - (terms[i].Contains("...", StringComparison.Ordinal) ? 3 : 0));
            var ellipsis = new string(
                [.. Enumerable.Range(0, Math.Max(0, axes)).Select(axis => (char)(FirstOfEllipsis + axes - 1 - axis))]);
            longest = ellipsis.Length > longest.Length ? ellipsis : longest;
            terms[i] = terms[i].Replace("...", ellipsis, StringComparison.Ordinal);
            if (terms[i].Length != operands[i].ndim || terms[i].Distinct().Count() != terms[i].Length
                || !terms[i].All(letter => char.IsAsciiLetter(letter) || letter >= FirstOfEllipsis))
                throw new ArgumentException(
                    $"Einsum: in '{equation}' each axis of operand {i + 1}, of shape {operands[i].shape}, needs a letter of its own.");
        }

        var all = string.Concat(terms);
        var result = sides.Length == 2
            ? sides[1].Replace("...", longest, StringComparison.Ordinal)
            : longest + new string([.. all.Where(letter => letter < FirstOfEllipsis && all.Count(other => other == letter) == 1).Order()]);
        if (result.Distinct().Count() != result.Length || !result.All(all.Contains))
            throw new ArgumentException($"Einsum: the result of '{equation}' may name each letter of the operands once.");
        CheckSizes(equation, terms, operands);
        return (terms, result);
    }

    private static void CheckSizes(string equation, string[] terms, Tensor[] operands)
    {
        var sizes = new Dictionary<char, long>();
        for (var i = 0; i < terms.Length; i++)
            for (var axis = 0; axis < terms[i].Length; axis++)
                if (!sizes.TryAdd(terms[i][axis], operands[i].shape[axis]) && sizes[terms[i][axis]] != operands[i].shape[axis])
                    throw new ArgumentException(
                        $"Einsum: in '{equation}' axis {axis} of {operands[i].shape} has the size {operands[i].shape[axis]}; elsewhere " +
                        $"its letter has {sizes[terms[i][axis]]}.");
    }
}
