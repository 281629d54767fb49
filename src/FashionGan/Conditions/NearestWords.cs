namespace FashionGanTf.Conditions;

/// <summary>What was probably meant by a word that nobody knows.</summary>
public static class NearestWords
{
    /// <summary>Shorter beginnings of a word could mean anything.</summary>
    private const int ShortestBeginning = 3;

    /// <summary>The words with the fewest slips, the nearest first: one is forgiven in every three characters, or all that are missing at
    /// the end.</summary>
    /// <param name="word">As the user wrote it.</param>
    /// <param name="words">What it could have been, in small letters.</param>
    public static IEnumerable<string> Of(string word, IEnumerable<string> words) => words
        .Select(name => (Name: name, Slips: Slips(word.ToLowerInvariant(), name)))
        .Where(name => name.Slips <= Math.Max(1, Letters(word) / 3) || IsBeginning(word, name.Name))
        .OrderBy(name => name.Slips)
        .Select(name => name.Name);

    private static bool IsBeginning(string word, string name) =>
        Letters(word) >= ShortestBeginning && name.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static int Letters(string word) => word.TrimStart('-').Length;

    /// <summary>How many characters are missing, too many, wrong, or in each other's place (optimal string alignment).</summary>
    private static int Slips(string word, string name)
    {
        var slips = new int[word.Length + 1, name.Length + 1];
        for (var i = 0; i <= word.Length; i++)
            for (var j = 0; j <= name.Length; j++)
                slips[i, j] = Least(i, j);
        return slips[word.Length, name.Length];

        int Least(int i, int j)
        {
            if (i == 0 || j == 0)
                return i + j;
            var least = Math.Min(slips[i - 1, j - 1] + (word[i - 1] == name[j - 1] ? 0 : 1),
                Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1);
            return i > 1 && j > 1 && word[i - 1] == name[j - 2] && word[i - 2] == name[j - 1]
                ? Math.Min(least, slips[i - 2, j - 2] + 1) : least;
        }
    }
}
