using System.Text.RegularExpressions;
using Tensorflow.Serialization;

namespace Tensorflow.Keras.Datasets;

/// <summary>
/// The files of a data set where a user says that it is, by the names under which they go around: <c>train-images-idx3-ubyte</c>, with a
/// dot instead of a hyphen, with a prefix such as <c>emnist-letters-</c>, plain or <c>.gz</c>, in the folder or in <c>raw/</c> below. Files
/// are looked at, not read. A file of another name is one of training pictures, and has its labels where
/// <see cref="IdxFile.labels_beside"/> puts them.
/// </summary>
internal sealed partial class DatasetFolder
{
    private const string Needed = "needed is one IDX file of pictures, called as that one or the only one there";

    private readonly string _place;
    private readonly string _trainImages;
    private readonly IReadOnlyList<NamedFile> _others;

    private DatasetFolder(string place, string trainImages, IEnumerable<NamedFile> others) =>
        (_place, _trainImages, _others) = (place, trainImages, [.. others]);

    /// <summary>Finds a data set's files.</summary>
    /// <param name="place">
    /// A folder; or one IDX file of training pictures, whose companions lie beside it if it has one of the usual names.
    /// </param>
    /// <exception cref="IOException">There are no training pictures, or there is a choice; the message says what is there.</exception>
    internal static DatasetFolder Open(string place)
    {
        if (File.Exists(place))
            return OfFile(place);
        if (!Directory.Exists(place))
            throw new FileNotFoundException($"There is no folder {place}, and no file of that name.");
        return TryOpen(place, place) ?? TryOpen(place, Path.Combine(place, "raw")) ?? OnlyFile(place) ?? throw NotFound(place);
    }

    /// <summary>Whether a folder has all files of a data set.</summary>
    internal static bool HasAll(string place, DatasetFiles files)
    {
        try
        {
            var folder = Open(place);
            return files.All.All(file => folder.Find(file) is not null);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>The place of a file; null when it is not there.</summary>
    internal string? Find(DatasetFile file) => NamedFile.Of(file.Name) is not { } sought ? null
        : sought.IsTrainImages ? _trainImages
        : _others.FirstOrDefault(other => (other.Part, other.Kind) == (sought.Part, sought.Kind))?.Path;

    /// <summary>The place of a file that is needed.</summary>
    /// <exception cref="FileNotFoundException">It is not there; the message says what is.</exception>
    internal string Require(DatasetFile file) => Find(file) ?? throw new FileNotFoundException(File.Exists(_place)
        ? $"{_place} is one file of training pictures and there is no {file.Name}.gz beside it, the {file.Content}."
        : $"{_place} holds no {file.Name}.gz, the {file.Content}; {Held(_place)}.");

    private static DatasetFolder OfFile(string path)
    {
        if (IsPicture(path))
            throw new IOException($"{path} is a picture, and no IDX file: {Needed}.");
        if (NamedFile.Of(path) is not { IsTrainImages: true } named)
            return new DatasetFolder(path, path, LabelsOf(path));
        var beside = Named(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return new DatasetFolder(path, path, beside.Where(other => other.Prefix == named.Prefix));
    }

    /// <summary>The files of the usual names in a folder; null when no training pictures are among them.</summary>
    private static DatasetFolder? TryOpen(string place, string folder)
    {
        var files = Directory.Exists(folder) ? Named(folder) : [];
        var sets = files.Where(file => file.IsTrainImages).DistinctBy(file => file.Prefix).ToList();
        // Names without a prefix are the published ones; they mean no choice.
        var chosen = sets.Find(file => file.Prefix == "") ?? (sets.Count == 1 ? sets[0] : null);
        return chosen is not null ? new DatasetFolder(place, chosen.Path, files.Where(file => file.Prefix == chosen.Prefix))
            : sets.Count == 0 ? null : throw Choice(place, sets.Select(file => file.Path));
    }

    /// <summary>The labels of a file of pictures that has none of the usual names, compressed or not; none where there are none.</summary>
    private static IEnumerable<NamedFile> LabelsOf(string path) => Files(Path.GetDirectoryName(Path.GetFullPath(path))!)
        .Where(file => AreLabelsOf(file, path)).OrderBy(file => IsCompressed(file) != IsCompressed(path)).Take(1)
        .Select(file => new NamedFile(file, Prefix: "", "train", "labels", IsDotted: false));

    private static bool AreLabelsOf(string file, string pictures) => Plain(file).Equals(
        Plain(IdxFile.labels_beside(Path.GetFullPath(pictures))), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string path) => IsCompressed(path) ? path[..^3] : path;

    private static bool IsCompressed(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>The only file that may hold pictures, whatever it is called: what <c>generate</c> wrote, for one.</summary>
    private static DatasetFolder? OnlyFile(string folder)
    {
        var arrays = Files(folder).Where(file => ArrayName().IsMatch(file) && NamedFile.Of(file) is null).ToList();
        var files = arrays.Where(file => !LabelsName().IsMatch(file) && !arrays.Exists(other => AreLabelsOf(file, other))).ToList();
        return files.Count == 1 ? new DatasetFolder(folder, files[0], LabelsOf(files[0]))
            : files.Count == 0 ? null : throw Choice(folder, files);
    }

    private static IOException Choice(string folder, IEnumerable<string> files) => new(
        $"{folder} holds several files of training pictures: {List(files)}; name the file that is meant instead of the folder.");

    private static FileNotFoundException NotFound(string folder)
    {
        var deep = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 };
        const int looked = 10_000;
        return Directory.EnumerateFiles(folder, "*", deep).Take(looked).Any(IsPicture)
            ? new($"{folder} holds PNG or JPEG files, which are not read here. There is no train-images-idx3-ubyte.gz: {Needed}.")
            : new($"{folder} holds no train-images-idx3-ubyte.gz, nor raw/ with one; {Held(folder)}. {char.ToUpperInvariant(Needed[0])}" +
                $"{Needed[1..]}.");
    }

    private static string Held(string folder)
    {
        var names = Files(folder).Concat(Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(one => one + "/")).ToList();
        return names.Count == 0 ? "it is empty" : $"it holds {List(names)}";
    }

    private static string List(IEnumerable<string> paths)
    {
        const int shown = 5;
        var names = paths.Select(path => Path.GetFileName(path.TrimEnd('/')) + (path.EndsWith('/') ? "/" : "")).ToList();
        return OneLine.Of(string.Join(", ", names.Take(shown)) + (names.Count > shown ? $" and {names.Count - shown} more" : ""));
    }

    /// <summary>The files of the usual names; of two that differ in packing or spelling only, the published and compressed one comes
    /// first.</summary>
    private static List<NamedFile> Named(string folder) =>
        [.. Files(folder).Select(NamedFile.Of).OfType<NamedFile>().OrderBy(file => file.IsDotted).ThenBy(file => !IsCompressed(file.Path))];

    private static string[] Files(string folder)
    {
        try
        {
            var files = Directory.GetFiles(folder);
            Array.Sort(files, StringComparer.Ordinal);
            return files;
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"{folder} cannot be read: permission denied.", error);
        }
    }

    private static bool IsPicture(string path) => PictureName().IsMatch(path);

    [GeneratedRegex(@"\.(png|jpe?g)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PictureName();

    /// <summary>What <c>generate</c> takes for the name of an IDX file.</summary>
    [GeneratedRegex(@"(\.idx|ubyte|\.gz)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ArrayName();

    [GeneratedRegex(@"labels[-.]idx1[-.]ubyte(\.gz)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LabelsName();

    /// <summary>A file of one of the usual names.</summary>
    /// <param name="Path">Where it lies.</param>
    /// <param name="Prefix">What its name has before <c>train</c>; empty for a published name.</param>
    /// <param name="Part"><c>train</c> or <c>t10k</c>.</param>
    /// <param name="Kind"><c>images</c> or <c>labels</c>.</param>
    /// <param name="IsDotted">Whether the name is spelt as the published one is not.</param>
    private sealed partial record NamedFile(string Path, string Prefix, string Part, string Kind, bool IsDotted)
    {
        internal bool IsTrainImages => (Part, Kind) == ("train", "images");

        internal static NamedFile? Of(string path)
        {
            if (Name().Match(System.IO.Path.GetFileName(path)) is not { Success: true } match)
                return null;
            string Group(string name) => match.Groups[name].Value.ToLowerInvariant();
            var part = Group("part") == "train" ? "train" : "t10k";
            return new NamedFile(path, Group("prefix"), part, Group("kind"), Group("dots").Contains('.'));
        }

        [GeneratedRegex(@"^(?<prefix>(.*[-_.])?)(?<part>train|t10k|test)-(?<kind>images|labels)(?<dots>[-.]idx[134][-.])ubyte(\.gz)?$",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
        private static partial Regex Name();
    }
}
