using FashionGanTf.Datasets;
using FashionGanTf.Imaging;
using FashionGanTf.Studio.Http;
using FashionGanTf.Training;

namespace FashionGanTf.Studio.Neighbours;

/// <summary>The training set, read when it is first asked for.</summary>
/// <param name="options">Say where it is.</param>
internal sealed class TrainingData(StudioOptions options) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1);
    private TrainingSet? _set;

    /// <summary>Whether there is one: files are looked at, not read.</summary>
    internal bool IsAtHand
    {
        get
        {
            try
            {
                return _set is not null || TrainingSet.IsAtHand(Options.Place);
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                // The run does not say where it has them from.
                return false;
            }
        }
    }

    /// <summary>Whether there is one of such pictures; of a folder that was not read yet nobody knows what it holds.</summary>
    internal bool IsAtHandFor(PictureShape picture) => IsAtHand
        && (_set is { } set ? set.Shape == picture : Options.Place is not null || picture == PictureShape.FashionMnist);

    /// <summary>The place that was named, or what the run was trained from; Fashion-MNIST without either. All pictures of it, also where
    /// the run saw some only.</summary>
    private PictureOptions Options
    {
        get
        {
            var run = options.Run is null ? null : Path.Combine(new RunFolders(options.Run).Run, "config.json");
            var trained = File.Exists(run) ? RunConfig.Read(run).Options : new TrainingOptions();
            return trained.Pictures() with { Place = options.Data ?? trained.Data, Limit = null };
        }
    }

    /// <summary>The training set. A server fetches nothing: that takes long, and is for its owner to begin.</summary>
    /// <exception cref="ProblemException">It is not there, or damaged.</exception>
    internal async Task<TrainingSet> Load(CancellationToken stop)
    {
        if (_set is not null)
            return _set;
        await _loading.WaitAsync(stop);
        try
        {
            if (!IsAtHand)
                throw ProblemException.Unavailable(
                    "The training data are not on this machine. Train once, which fetches them, or install Debian's package " +
                    "dataset-fashion-mnist, or start serve with --data and their folder.");
            return _set ??= TrainingSet.Load(Options);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw ProblemException.Unavailable(error.Message);
        }
        finally
        {
            _loading.Release();
        }
    }

    public void Dispose() => _loading.Dispose();
}
