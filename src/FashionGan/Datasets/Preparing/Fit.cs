namespace FashionGanTf.Datasets.Preparing;

/// <summary>How a picture that is not square becomes square.</summary>
public enum Fit
{
    /// <summary>The square in its middle is taken; what stands out at two sides is lost.</summary>
    Cover,

    /// <summary>All of it is kept; the two sides that remain take the background's colour.</summary>
    Contain,
}
