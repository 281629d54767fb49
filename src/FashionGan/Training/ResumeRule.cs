namespace FashionGanTf.Training;

/// <summary>Whether a run may go on with another value of an option.</summary>
public enum ResumeRule
{
    /// <summary>No: the result would be another.</summary>
    Fixed,

    /// <summary>With a larger one: what was made cannot be unmade.</summary>
    MayGrow,

    /// <summary>With one that takes the same pictures.</summary>
    SamePictures,

    /// <summary>With any: the result does not depend on it.</summary>
    Free,
}
