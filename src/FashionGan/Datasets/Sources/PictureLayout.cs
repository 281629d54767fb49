namespace FashionGanTf.Datasets.Sources;

/// <summary>A way in which pictures and their labels lie in a folder.</summary>
internal abstract class PictureLayout
{
    /// <summary>Whether its pictures are files of their own, so that those in the folder belong to it.</summary>
    internal virtual bool HasPictureFiles => true;

    /// <summary>Whether its labels come from a table whose column can be chosen.</summary>
    internal virtual bool HasLabelColumn => false;

    /// <summary>What tells a folder of this layout, as <c>styles.csv</c>; null for a folder of another one.</summary>
    internal abstract string? Sign(FolderFiles folder);

    /// <summary>Finds the pictures.</summary>
    /// <param name="folder">One that has the <see cref="Sign"/>.</param>
    /// <param name="options">What else is said about it.</param>
    /// <exception cref="IOException">Something cannot be read.</exception>
    /// <exception cref="InvalidDataException">Something is damaged or missing; the one-line message names it.</exception>
    internal abstract FoundPictures Find(FolderFiles folder, SourceOptions options);
}
