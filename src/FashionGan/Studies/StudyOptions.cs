namespace FashionGanTf.Studies;

/// <summary>What a study of augmentation compares, and how long it trains.</summary>
public sealed record StudyOptions
{
    /// <summary>The fewest seeds: an interval from two would be wider than any difference.</summary>
    public const int FewestSeeds = 3;

    /// <summary>Pictures in a step of a GAN, as in <c>train</c>.</summary>
    internal const int GanBatch = 64;

    private const int PassesOfGan = 40;
    private const int FewestGanSteps = 1000;
    private const int MostGanSteps = 5000;

    /// <summary>How many real pictures of each class there are, a part of the study for each number.</summary>
    public IReadOnlyList<int> PerClass { get; init; } = [10, 50, 100, 500, 1000];

    /// <summary>How often each part is made, with other real pictures and other weights; from <see cref="FewestSeeds"/>.</summary>
    public int Seeds { get; init; } = 3;

    /// <summary>Steps of each GAN; null for <see cref="StepsOfGan"/>.</summary>
    public int? GanSteps { get; init; }

    /// <summary>What pictures go through before a GAN's discriminator sees them, as <see cref="Augmentation.DiffAugment.Parse"/> reads
    /// it; null for nothing.</summary>
    public string? Diffaugment { get; init; }

    /// <summary>Steps of each classifier, the same in all arms.</summary>
    public int Steps { get; init; } = 1000;

    /// <summary>How many pictures of a class are drawn.</summary>
    public int Drawn { get; init; } = 1000;

    /// <summary>Steps of a GAN that sees so many pictures: 40 passes over them, but 1,000 at least, for it must get from noise to clothes,
    /// and 5,000 at most.</summary>
    public int StepsOfGan(int pictures) => GanSteps ?? Math.Clamp(PassesOfGan * pictures / GanBatch, FewestGanSteps, MostGanSteps);
}
