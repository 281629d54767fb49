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
                return _set is not null || TrainingSet.IsAtHand(Folder);
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
        && (_set is { } set ? set.Shape == picture : Folder is not null || picture == PictureShape.FashionMnist);

    /// <summary>The folder that was named, or that the run was trained from; null for Fashion-MNIST.</summary>
    private string? Folder
    {
        get
        {
            if (options.Data is not null || options.Run is null)
                return options.Data;
            var config = Path.Combine(new RunFolders(options.Run).Run, "config.json");
            return File.Exists(config) ? RunConfig.Read(config).Options.Data : null;
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
            return _set ??= TrainingSet.Load(Folder);
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
