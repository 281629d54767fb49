namespace FashionGanTf.Training;

/// <summary>What a training does with a run that lies in its folder.</summary>
public enum RunStart
{
    /// <summary>Begins anew, and only where no run lies.</summary>
    New,

    /// <summary>Goes on from the newest checkpoint.</summary>
    Resume,

    /// <summary>Removes the old run's files and begins anew.</summary>
    Overwrite,
}
