using System.Text.Json.Serialization;
using FashionGanTf.Augmentation;
using FashionGanTf.Datasets;
using FashionGanTf.Networks;
using FashionGanTf.Objectives;
using Tensorflow.Distribute;

namespace FashionGanTf.Training;

/// <summary>
/// Everything that a training run depends on; the same options and data give the same weights, on any number of threads. What is not said
/// is as in the runs that drew best, which docs/model-card.md lists.
/// </summary>
/// <remarks>
/// A new option of <c>train</c> is one property here: the command line, its help, config.json and the comparison with a resumed run go
/// through <see cref="TrainingOption.All"/>.
/// </remarks>
public sealed record TrainingOptions
{
    /// <summary>The most pictures in a step.</summary>
    public const int MostBatchSize = 65_536;

    /// <summary>The most numbers of noise: with more, a checkpoint would be larger than an array can be.</summary>
    public const int MostLatentDim = 8192;

    /// <summary>Adam's beta2 where nobody says.</summary>
    internal const double UsualBeta2 = 0.999;

    private const double MostPenalty = 1e6;
    private const int MinutesOfAWeek = 10_080;

    /// <summary>Passes over the training pictures.</summary>
    [Option("Passes over the training pictures.", 1, 1_000_000, OnResume = ResumeRule.MayGrow)]
    public int Epochs { get; init; } = 50;

    /// <summary>Pictures in a step, 2 at least; files of older runs that had 1 are still read.</summary>
    [Option("Pictures in a step, at least 2.", 1, MostBatchSize)]
    public int BatchSize { get; init; } = 64;

    /// <summary>Length of the noise vector that a picture is drawn from.</summary>
    [Option("Length of the noise vector that a picture is drawn from.", 1, MostLatentDim)]
    public int LatentDim { get; init; } = 100;

    /// <summary>Learning rate of both optimizers, or of the generator's alone where the discriminator has its own.</summary>
    [Option("Learning rate of both Adam optimizers.", 0, 1)]
    public double LearningRate { get; init; } = 4e-4;

    /// <summary>Learning rate of the discriminator's optimizer; null: as the generator's.</summary>
    [Option("Learning rate of the discriminator's Adam [default: as --learning-rate].", 0, 1)]
    public double? DiscriminatorLearningRate { get; init; }

    /// <summary>Decay of the first moment in both Adam optimizers, from 0 up to, not including, 1.</summary>
    [Option("Adam's beta1, the decay of the first moment, for both networks.", 0, 0.9999)]
    public double Beta1 { get; init; }

    /// <summary>Decay of the second moment in both Adam optimizers, from 0 up to, not including, 1; null for
    /// <see cref="UsualBeta2"/>.</summary>
    [Option("Adam's beta2, the decay of the second moment, for both networks [default: 0.999].", 0, 0.99999)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Beta2 { get; init; }

    /// <summary>Pictures over which what has a final value goes there, along half a cosine; null for a training that keeps what it
    /// begins with.</summary>
    [Option("Over how many pictures seen the learning rate, beta2, the penalties and --ema go to their final values, along half " +
        "a cosine.", 1, int.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? AnnealOver { get; init; }

    /// <summary>The learning rate in the end; a discriminator's own falls or rises by the same share. Null for what it begins
    /// with.</summary>
    [Option("The learning rate after --anneal-over; the discriminator's own changes by the same share.", 0, 1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? FinalLearningRate { get; init; }

    /// <summary>Beta2 in the end; null for what it begins with.</summary>
    [Option("Beta2 after --anneal-over.", 0, 0.99999)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? FinalBeta2 { get; init; }

    /// <summary>The share of the penalties' weights that is left in the end; null for all.</summary>
    [Option("The share of the penalties' weights that is left after --anneal-over, as 0.1.", 0, 1000)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? FinalPenalties { get; init; }

    /// <summary>The moving average's decay in the end; null for what it begins with.</summary>
    [Option("The moving average's decay after --anneal-over, as 0.9999; the steps in which it forgets half grow evenly.", 0.00001, 0.99999)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? FinalEma { get; init; }

    /// <summary>Real pictures get the label 1 minus this.</summary>
    [Option("Label smoothing: real pictures get the label 1 minus this.", 0, 1)]
    public double LabelSmoothing { get; init; } = 0.1;

    /// <summary>Labels move towards the other side by up to this, at random.</summary>
    [Option("Label noise: labels move towards the other side by up to this, at random.", 0, 1)]
    public double LabelNoise { get; init; }

    /// <summary>
    /// How much a moving average of the generator's weights, which draws the samples, keeps of itself in a step; 0 for no average. In
    /// step t = 1, 2, ... it keeps (1 + t) / (10 + t) at most, so that the first weights are soon forgotten.
    /// </summary>
    [Option("Decay of a moving average of the generator's weights, which draws the samples; in step t at most (1 + t) / (10 + t); 0 for " +
        "none.", 0, 0.99999)]
    public double Ema { get; init; } = 0.999;

    /// <summary>Replicas that share each step, with equal parts of its batch, and may run on as many processes; null for one.</summary>
    [Option("Replicas that share each step, each with its part of the batch; as many processes of mpirun can take them. The last bits of " +
        "the result depend on this number, and not on that of processes [default: 1].", 1, MirroredStrategy.MostReplicas)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Replicas { get; init; }

    /// <summary>Seed of all random numbers: weights, order, noise and dropout.</summary>
    [Option("Seed of all random numbers; the same seed gives the same bits.", 0, int.MaxValue)]
    public int Seed { get; init; } = 1;

    /// <summary>Train on the first so many pictures only; null for all.</summary>
    [Option("Train on the first N pictures only.", 1, int.MaxValue, OnResume = ResumeRule.SamePictures)]
    public int? Limit { get; init; }

    /// <summary>Minutes between two checkpoints within an epoch; 0 for one after each step. The result does not depend on it.</summary>
    [Option("Minutes between two checkpoints within an epoch; 0 for one after each step.", 0, MinutesOfAWeek, OnResume = ResumeRule.Free)]
    public double CheckpointEvery { get; init; } = 5;

    /// <summary>
    /// A folder with pictures, or a file with many, as <see cref="Datasets.Sources.PictureSources.Find"/> understands it; null to find or
    /// fetch Fashion-MNIST. It may move while a run waits to be resumed: the pictures' checksum tells whether they are the same.
    /// </summary>
    [Option("Pictures to train on: a folder of pictures, of folders of them or of IDX, NumPy or parquet files, or one of these files " +
        "[default: Fashion-MNIST, found or fetched].", OnResume = ResumeRule.Free)]
    public string? Data { get; init; }

    /// <summary>Pixels a side that pictures are made to have; null for what <see cref="Datasets.Preparing.UsualSize"/> says.</summary>
    [Option("Pixels a side that pictures are made to have [default: their own where it is one of these, else the most that they fill, up " +
        "to 64].",
        Choices = ["28", "32", "64", "128"])]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Size { get; init; }

    /// <summary>Whether pictures are trained on in gray or in colour; null for what they are.</summary>
    [Option("Whether pictures are made gray, or kept in colour [default: what they are].", Choices = ["gray", "colour"])]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Channels { get; init; }

    /// <summary>How pictures that are not square become so; null for cover.</summary>
    [Option("How a picture becomes square: cover takes the square in its middle, contain keeps all of it and adds background [default: " +
        "cover].", Choices = ["cover", "contain"])]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fit { get; init; }

    /// <summary>The colour behind transparent pictures and beside those that are kept whole, as
    /// <see cref="Datasets.Preparing.Background.Parse"/> reads it; null for that of their corners.</summary>
    [Option("The colour behind transparent pictures, and beside those that --fit contain keeps whole: white, black, #rrggbb, or corners " +
        "for the mean of each picture's four, as they look on white [default: corners].", Word = "COLOUR")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Background { get; init; }

    /// <summary>Whether each picture is mirrored left to right by the toss of a coin each time that it is seen; null for no.</summary>
    [Option("Mirror pictures left to right, each by the toss of a coin whenever it is seen.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Flip { get; init => field = value is true ? true : null; }

    /// <summary>Whether pictures that cannot be decoded are left out; null for no: the first one ends the program.</summary>
    [Option("Leave out pictures that are broken, and say which; without it the first one ends the program.",
        OnResume = ResumeRule.SamePictures)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? SkipBroken { get; init => field = value is true ? true : null; }

    /// <summary>The column of styles.csv or of parquet files that has the classes; null for the usual one.</summary>
    [Option("The column of styles.csv or of parquet files with the classes [default: masterCategory, or label].", Word = "NAME")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LabelColumn { get; init; }

    /// <summary>Whether to learn from the pictures' labels, too, so that a class can be asked for; null for no.</summary>
    [Option("Learn the classes, too, so that one can be asked for; the data need labels.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Conditional { get; init => field = value is true ? true : null; }

    /// <summary>A file with captions of the pictures, see <see cref="CaptionFile"/>, so that a text can be asked for; null for none. It may
    /// move while a run waits to be resumed.</summary>
    [Option("Learn what words mean, so that a text can be asked for, from a file of captions: a line for each, as {\"picture\": 17, " +
        "\"text\": \"a dark dress\"}, with pictures counted from 0 and several captions of one allowed.",
        Word = "FILE", OnResume = ResumeRule.Free)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>How much it counts in the generator's loss that the discriminator names the class, or the words, of a drawn picture as
    /// asked for; null for what <see cref="FashionGanTf.Models.FashionGan"/>'s compile takes.</summary>
    [Option("How much it counts in the generator's loss that a DCGAN's discriminator names the class, or the words, of a drawn picture " +
        "as asked for; more of it makes pictures easier to tell apart and less varied [default: 0.02].",
        0, 1000)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ClassWeight { get; init; }

    /// <summary>Which networks play; null for the DCGAN's.</summary>
    [Option("The networks: a DCGAN's; residual ones without normalisation as R3GAN's, which go with --loss relativistic, --r1 and --r2; " +
        "or a StyleGAN2's, which go with --learning-rate 0.01, --r1, --penalty-every 16, --beta2 0.99 and --label-smoothing 0 " +
        "[default: dcgan].",
        Choices = [GanNetworks.Dcgan, GanNetworks.Residual, GanNetworks.Stylegan])]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Network { get; init; }

    /// <summary>Pixels a side of the maps that an attention block follows; null for none.</summary>
    [Option("Self-attention in both networks of a DCGAN, after the maps with so many pixels a side: 14 for pictures of 28 x 28.", 1, 128)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Attention { get; init; }

    /// <summary>Whether the discriminator has spectral normalisation; null for no.</summary>
    [Option("Spectral normalisation of a DCGAN's discriminator: each kernel is divided by its largest singular value.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? SpectralNorm { get; init => field = value is true ? true : null; }

    /// <summary>What the two players want; null for the non-saturating loss, which alone has labels to smooth.</summary>
    [Option("The loss that both networks play for; label smoothing and noise belong to the non-saturating one [default: non-saturating].",
        Choices = [AdversarialLosses.NonSaturating, AdversarialLosses.Hinge, AdversarialLosses.LeastSquares, AdversarialLosses.Wasserstein,
            AdversarialLosses.Relativistic])]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Loss { get; init; }

    /// <summary>The weight gamma of <see cref="Penalties.R1"/>; null for none.</summary>
    [Option("R1: the discriminator pays this / 2 times its squared slope at real pictures.", 0, MostPenalty)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? R1 { get; init; }

    /// <summary>The weight gamma of <see cref="Penalties.R2"/>; null for none.</summary>
    [Option("R2: the discriminator pays this / 2 times its squared slope at drawn pictures.", 0, MostPenalty)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? R2 { get; init; }

    /// <summary>The weight lambda of <see cref="Penalties.GradientPenalty"/> with a slope of 1 as its aim; null for none.</summary>
    [Option("Gradient penalty of WGAN-GP: the discriminator pays this times (its slope - 1) squared between real and drawn pictures.", 0,
        MostPenalty)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? GradientPenalty { get; init; }

    /// <summary>Penalties are taken in every so-manyth step and then weigh so many times as much; null for 1.</summary>
    [Option("Take penalties only in every N-th step, N times as heavy, which costs less time [default: 1].", 1, 1000)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? PenaltyEvery { get; init; }

    /// <summary>What pictures go through before the discriminator sees them, as <see cref="DiffAugment.Parse"/> reads it; null
    /// for nothing.</summary>
    [Option("DiffAugment: change real and drawn pictures at random before the discriminator sees them, so that fewer are enough; some of " +
        "color, translation and cutout, with commas between them.", Word = "POLICY")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Diffaugment { get; init; }

    /// <summary>The target of <see cref="DiffAugment.Adaptive"/>; null for changes that are always made.</summary>
    [Option("ADA: make DiffAugment's changes with a probability that adapts, so that the mean sign of the discriminator's logits of real " +
        "pictures keeps to this; 0.6 is usual.", 0, 1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Ada { get; init; }

    /// <summary>Whether to write what TensorBoard shows into <see cref="RunFolders.TensorBoard"/>; null for no.</summary>
    [Option("Write what TensorBoard shows to run/tensorboard: losses of steps and epochs, samples, histograms of weights, the options.",
        OnResume = ResumeRule.Free)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Tensorboard { get; init => field = value is true ? true : null; }

    /// <summary>
    /// What to compute on: <c>cpu</c>, <c>gpu</c>, <c>gpu:1</c>, or <c>auto</c> for a graphics card where there is one; null for the
    /// processor. A run may go on on another device, whose results differ by rounding.
    /// </summary>
    [Option("What to compute on: cpu, gpu (an NVIDIA card; gpu:1 for the second), or auto for a card where there is one [default: cpu].",
        Word = "DEVICE", OnResume = ResumeRule.Free)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Device { get; init; }

    /// <summary>Whether matrix products on a card round their factors to TF32, which is faster and less exact; null for no.</summary>
    [Option("On a card, round the factors of matrix products to TF32: faster, and less exact.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Tf32 { get; init => field = value is true ? true : null; }

    /// <summary>Which pictures are trained on.</summary>
    public PictureOptions Pictures() => new()
    {
        Place = Data,
        Limit = Limit,
        Size = Size,
        Channels = Channels switch { null => null, "gray" => 1, _ => 3 },
        Fit = Fit == "contain" ? Datasets.Preparing.Fit.Contain : Datasets.Preparing.Fit.Cover,
        Background = Background is null ? default : Datasets.Preparing.Background.Parse(Background),
        SkipBroken = SkipBroken is true,
        LabelColumn = LabelColumn,
    };

    /// <summary>Whether a discriminator trained for this loss gives a logit above 0 to what it takes for real.</summary>
    public bool HasBorderAtZero() => Loss is null or AdversarialLosses.NonSaturating or AdversarialLosses.Hinge;

    /// <summary>Why so many processes cannot share the training, in one line; null when they can.</summary>
    public string? TooFewReplicas(int processes) => (Replicas ?? 1) >= processes ? null
        : $"{processes} processes share a training that has as many replicas at least, and this one has {Replicas ?? 1}: give --replicas " +
            $"{processes}, or --distributed none to let each process train alone.";

    /// <summary>What is wrong with options that are each within its range, in one line; null when nothing is.</summary>
    public string? Contradiction()
    {
        if (LabelSmoothing + LabelNoise >= 1)
            return "--label-smoothing and --label-noise together must stay below 1.";
        // Smoothing is on by default, and then simply has nothing to do.
        if (Loss is not (null or AdversarialLosses.NonSaturating)
            && (LabelNoise > 0 || (LabelSmoothing != 0 && LabelSmoothing != new TrainingOptions().LabelSmoothing)))
            return $"--label-smoothing and --label-noise change the labels of the non-saturating loss; --loss {Loss} has none.";
        if (Text is not null && Conditional is true)
            return "--text and --conditional are two ways to ask for pictures; give one of them.";
        if (Text is not null && Network is not (null or GanNetworks.Dcgan))
            return $"--text goes with the {GanNetworks.Dcgan} networks; --network {Network} knows classes only.";
        if (ClassWeight is not null && ((Text is null && Conditional is not true) || Network is not (null or GanNetworks.Dcgan)))
            return $"--class-weight says what naming counts, which the {GanNetworks.Dcgan} networks do with --conditional or --text.";
        if (Attention is not null && Network is not (null or GanNetworks.Dcgan))
            return $"--attention is a part of the {GanNetworks.Dcgan} networks; --network {Network} has none.";
        if (SpectralNorm is true && Network is not (null or GanNetworks.Dcgan))
            return $"--spectral-norm is a part of the {GanNetworks.Dcgan} networks; --network {Network} has none.";
        var hasPenalty = R1 > 0 || R2 > 0 || GradientPenalty > 0;
        if (PenaltyEvery is not null && !hasPenalty)
            return "--penalty-every says how often a penalty is taken, and there is none; give --r1, --r2 or --gradient-penalty.";
        if (FinalPenalties is not null && !hasPenalty)
            return "--final-penalties says what is left of penalties, and there are none; give --r1, --r2 or --gradient-penalty.";
        if (Ada is not null && Diffaugment is null)
            return "--ada says how often DiffAugment changes a picture; give --diffaugment, too.";
        if (Ada is not null && !HasBorderAtZero())
            return $"--ada follows the sign of the discriminator's logits, which says nothing with --loss {Loss}.";
        if (FinalEma is not null && Ema == 0)
            return "--final-ema changes the moving average, and --ema 0 keeps none.";
        var hasFinal = FinalLearningRate is not null || FinalBeta2 is not null || FinalPenalties is not null || FinalEma is not null;
        if (hasFinal && AnnealOver is null)
            return "Final values need --anneal-over, which says over how many pictures they are reached.";
        if (AnnealOver is not null && !hasFinal)
            return "--anneal-over goes with final values: --final-learning-rate, --final-beta2, --final-penalties or --final-ema.";
        if (FinalLearningRate is not null && LearningRate == 0)
            return "--final-learning-rate is reached from --learning-rate, which is 0.";
        if (Replicas is { } replicas && BatchSize % replicas != 0)
            return $"--batch-size {BatchSize} cannot be cut into --replicas {replicas} equal parts.";
        if (Replicas > 1 && Device is not (null or "cpu"))
            return "--replicas share the processor's work; they do not go with --device.";
        return Wrong("--background", Background, text => Datasets.Preparing.Background.Parse(text))
            ?? Wrong("--diffaugment", Diffaugment, text => DiffAugment.Parse(text));
    }

    private static string? Wrong(string option, string? text, Action<string> parse)
    {
        try
        {
            if (text is not null)
                parse(text);
            return null;
        }
        catch (ArgumentException error)
        {
            return $"{option}: {error.Message}";
        }
    }
}
