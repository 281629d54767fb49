namespace FashionGanTf.Studio.Models;

/// <summary>A name that a model goes by, and the file behind it, which a training may replace.</summary>
/// <param name="name">What requests call it.</param>
/// <param name="path">The file with its weights; null for the model of this name that ships with the program.</param>
internal sealed class ModelSource(string name, string? path)
{
    private readonly Lock _lock = new();
    private (DateTime Written, long Length) _stamp;
    private StudioModel? _model;

    internal string Name => name;

    /// <summary>The file with its weights, or the name of a model that ships, as the command line takes it.</summary>
    internal string Source => path ?? name;

    /// <summary>Whether there are weights by now.</summary>
    internal bool HasFile => path is null || File.Exists(path);

    /// <summary>Whether it has been asked for before.</summary>
    internal bool IsRead => Volatile.Read(ref _model) is not null;

    /// <summary>Whether <see cref="Model"/> is told at once, because no file has to be read for it.</summary>
    internal bool IsAtHand
    {
        get
        {
            if (!_lock.TryEnter())
                return false;
            try
            {
                if (path is null)
                    return _model is not null;
                var file = new FileInfo(path);
                return !file.Exists || _stamp == (file.LastWriteTimeUtc, file.Length);
            }
            finally
            {
                _lock.Exit();
            }
        }
    }

    /// <summary>The model, read anew when its file has changed; null when there is no file yet.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It holds no generator.</exception>
    internal StudioModel? Model
    {
        get
        {
            lock (_lock)
            {
                if (path is null)
                    return _model ??= StudioModel.Shipped(name);
                var file = new FileInfo(path);
                if (!file.Exists)
                    return _model;
                if (_stamp != (file.LastWriteTimeUtc, file.Length))
                    (_model, _stamp) = (StudioModel.Load(path), (file.LastWriteTimeUtc, file.Length));
                return _model;
            }
        }
    }

    /// <summary>The model; null also when its file is not right.</summary>
    internal StudioModel? ModelOrNull
    {
        get
        {
            try
            {
                return Model;
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }
}
