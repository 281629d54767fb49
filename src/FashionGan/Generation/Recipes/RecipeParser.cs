using System.Globalization;
using FashionGanTf.Conditions;
using Tensorflow.Serialization;

namespace FashionGanTf.Generation.Recipes;

/// <summary>Reads recipes. The text may come from anywhere; its length is bounded before it is looked at, and nesting while it is read, so
/// that none goes too deep for the stack.</summary>
internal ref struct RecipeParser
{
    private const string AnyRecipe = "a seed, walk(, vary(, blend(, mix( or more(";

    private readonly string _text;
    private int _place;
    private int _depth;

    private RecipeParser(string text) => _text = text;

    /// <summary>Reads a whole text.</summary>
    /// <exception cref="FormatException">It is no recipe; the message says where and why.</exception>
    internal static Recipe Parse(string text)
    {
        if (text.Length > Recipe.MostCharacters)
            throw new FormatException($"a recipe has {Recipe.MostCharacters} characters at most, this one {text.Length}.");
        var parser = new RecipeParser(text);
        var recipe = parser.ReadRecipe();
        parser.SkipBlanks();
        return parser._place == text.Length ? recipe : throw Error(parser._place, $"nothing more was expected, not '{parser.Here}'");
    }

    private readonly string Here => _place < _text.Length ? _text[_place].ToString() : "the end";

    private Recipe ReadRecipe()
    {
        SkipBlanks();
        var start = _place;
        if (_depth > Recipe.MostDepth + 1)
            throw Error(start, Recipe.TooDeep.TrimEnd('.'));
        _depth++;
        try
        {
            if (TrySkip("walk"))
                return ReadWalk();
            if (TrySkip("vary"))
                return ReadVary();
            if (TrySkip("mix"))
                return ReadMix();
            if (TrySkip("more"))
                return ReadMore();
            return TrySkip("blend") ? ReadBlend() : ReadPicture(AnyRecipe);
        }
        catch (ArgumentException error)
        {
            // The parts are right, and together they are too much.
            throw Error(start, (error is ArgumentOutOfRangeException ? error.Message.Split(" (Parameter")[0] : error.Message).TrimEnd('.'));
        }
        finally
        {
            _depth--;
        }
    }

    private WalkRecipe ReadWalk()
    {
        Skip('(');
        var from = ReadRecipe();
        Skip(',');
        var to = ReadRecipe();
        Skip(',');
        var position = ReadNumber("the position on a walk", 1);
        Skip(')');
        return new WalkRecipe(from, to, position);
    }

    private VaryRecipe ReadVary()
    {
        var steps = new List<Variation>();
        Skip('(');
        var of = ReadRecipe();
        while (TrySkip(","))
        {
            SkipBlanks();
            var towards = ReadPicture("a seed");
            Skip('*');
            var distance = ReadNumber("a variation's distance", 1);
            steps.Add(new Variation(towards, distance, TrySkip("*") ? ReadRows() : null));
        }

        Skip(')');
        return new VaryRecipe(of, steps);
    }

    private (int First, int Last) ReadRows()
    {
        SkipBlanks();
        var first = ReadWhole("the first of some rows, as in 1-3");
        Skip('-');
        SkipBlanks();
        return (first, ReadWhole("the last of some rows"));
    }

    private MixRecipe ReadMix()
    {
        Skip('(');
        var coarse = ReadRecipe();
        Skip(',');
        var fine = ReadRecipe();
        Skip(',');
        SkipBlanks();
        var rows = ReadWhole("a number of rows");
        Skip(')');
        return new MixRecipe(coarse, fine, rows);
    }

    private BlendRecipe ReadBlend()
    {
        var parts = new List<(Recipe, double)>();
        Skip('(');
        do
        {
            var picture = ReadRecipe();
            Skip('*');
            parts.Add((picture, ReadNumber("a weight", BlendRecipe.MostWeight)));
        }
        while (TrySkip(","));
        Skip(')');
        return new BlendRecipe(parts);
    }

    private MoreRecipe ReadMore()
    {
        var steps = new List<(string, double)>();
        Skip('(');
        var of = ReadRecipe();
        while (TrySkip(","))
        {
            SkipBlanks();
            var start = _place;
            while (_place < _text.Length && (char.IsAsciiLetter(_text[_place]) || _text[_place] == '-'))
                _place++;
            var word = _text[start.._place];
            if (word.Length == 0)
                throw Error(start, $"a direction was expected, as in darker*1.5, not '{Here}'");
            Skip('*');
            steps.Add((word, ReadNumber("how far a direction goes", MoreRecipe.MostDistance)));
        }

        Skip(')');
        return new MoreRecipe(of, steps);
    }

    private SeedRecipe ReadPicture(string expected)
    {
        var seed = ReadWhole(expected);
        if (_place == _text.Length || _text[_place] != '.')
            throw Error(_place, $"a seed goes with a picture's number, as in {seed}.0");
        _place++;
        return new SeedRecipe(seed, ReadWhole("a picture's number"), ReadClass());
    }

    /// <summary>What follows an @, up to what can follow a picture; null where there is none.</summary>
    private string? ReadClass()
    {
        if (!TrySkip("@"))
            return null;
        var start = _place;
        while (_place < _text.Length && _text[_place] is not (',' or '*' or '(' or ')'))
            _place++;
        var name = _text[start.._place].Trim();
        if (!name.Any(char.IsLetterOrDigit))
            throw Error(start, $"the name of a class was expected, as in 7.3@sneaker, not '{(name.Length > 0 ? OneLine.Of(name) : Here)}'");
        return name.Length <= Vocabulary.MostCharacters ? name
            : throw Error(start, $"a class or a text has {Vocabulary.MostCharacters} characters at most, this one {name.Length}");
    }

    private int ReadWhole(string what)
    {
        var start = _place;
        SkipDigits();
        if (_place == start)
            throw Error(start, $"{what} was expected, not '{Here}'");
        return int.TryParse(_text.AsSpan(start, _place - start), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Error(start, $"a seed or a picture's number is {int.MaxValue} at most, not {_text[start.._place]}");
    }

    /// <summary>A number that is not negative, as programs write it: 2, 0.5, 1E-05.</summary>
    private double ReadNumber(string what, double most)
    {
        SkipBlanks();
        var start = _place;
        SkipDigits();
        if (_place < _text.Length && _text[_place] == '.')
        {
            _place++;
            SkipDigits();
        }

        if (_place > start && _place < _text.Length && _text[_place] is 'e' or 'E')
        {
            _place++;
            if (_place < _text.Length && _text[_place] is '+' or '-')
                _place++;
            SkipDigits();
        }

        var text = _text.AsSpan(start, _place - start);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value <= most)
            return value;
        throw Error(
            start, $"{what} is a number from 0 to {most.ToString(CultureInfo.InvariantCulture)}, not '{(text.IsEmpty ? Here : text)}'");
    }

    private void Skip(char sign)
    {
        SkipBlanks();
        if (_place == _text.Length || _text[_place] != sign)
            throw Error(_place, $"'{sign}' was expected, not '{Here}'");
        _place++;
    }

    private bool TrySkip(string word)
    {
        SkipBlanks();
        if (!_text.AsSpan(_place).StartsWith(word, StringComparison.Ordinal))
            return false;
        _place += word.Length;
        return true;
    }

    private void SkipBlanks()
    {
        while (_place < _text.Length && _text[_place] is ' ' or '\t')
            _place++;
    }

    private void SkipDigits()
    {
        while (_place < _text.Length && char.IsAsciiDigit(_text[_place]))
            _place++;
    }

    /// <param name="place">Where, from 0; people count from 1.</param>
    /// <param name="what">What is wrong there.</param>
    private static FormatException Error(int place, string what) => new($"at character {place + 1}: {what}.");
}
