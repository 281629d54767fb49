namespace FashionGanTf.Datasets.Sources;

/// <summary>A place whose layout is known.</summary>
/// <param name="place">What the user calls it.</param>
/// <param name="layout">How the pictures lie there.</param>
/// <param name="find">Finds them.</param>
internal sealed class PicturePlace(string place, PictureLayout layout, Func<SourceOptions, FoundPictures> find)
{
    /// <summary>Whether the pictures are arrays in IDX files.</summary>
    internal bool IsIdx => layout is IdxFiles;

    /// <summary>Finds the pictures; only lists of them are read, and arrays.</summary>
    /// <inheritdoc cref="PictureSources.Find" path="/exception"/>
    internal FoundPictures Find(SourceOptions options) => options.LabelColumn is null || layout.HasLabelColumn ? find(options)
        : throw new ArgumentException($"--label-column names a column of styles.csv or of parquet files; {place} has none.");
}
