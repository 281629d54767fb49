using System.Collections.Concurrent;
using FashionGanTf.Models;
using FashionGanTf.Studio.Http;
using FashionGanTf.Studio.Runs;

namespace FashionGanTf.Studio.Models;

/// <summary>The models that a studio draws with; of a run, too, that has not drawn yet.</summary>
internal sealed class ModelCatalogue
{
    private readonly RunCatalogue _runs;
    private readonly ConcurrentDictionary<string, ModelSource> _ofRuns = [];

    /// <summary>A catalogue of what the options name, or of those that ship where they name none.</summary>
    /// <exception cref="IOException">A model's file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It holds no generator.</exception>
    internal ModelCatalogue(StudioOptions options, RunCatalogue runs)
    {
        _runs = runs;
        var sources = new List<ModelSource>();
        if (options.Model is { } shipped && FashionGan.PretrainedNames.Contains(shipped))
        {
            sources.Add(new ModelSource(shipped, path: null));
        }
        else if (options.Model is { } file)
        {
            // What was named must be there now; a run may still be at its first epoch.
            var source = new ModelSource("model", file);
            if (source.Model is null)
                throw new FileNotFoundException($"There is no file {file}.");
            sources.Add(source);
        }

        if (runs.Watched is { } run)
            sources.Add(new ModelSource("run", run.Generator));
        // Until a run's first epoch ends, others draw.
        if (options.Model is null)
            sources.AddRange(FashionGan.PretrainedNames.Select(name => new ModelSource(name, path: null)));
        Sources = sources;
    }

    /// <summary>Those that there are as long as the studio runs.</summary>
    internal IReadOnlyList<ModelSource> Sources { get; }

    /// <summary>Those of the runs in the folder of runs that have a generator by now, the newest first. There may be many, so each is read
    /// when it is first asked for.</summary>
    internal IReadOnlyList<ModelSource> OfRuns()
    {
        ModelSource[] sources = [.. _runs.All().Where(run => run != _runs.Watched)
            .Select(run => _ofRuns.GetOrAdd(run.Name, name => new ModelSource($"runs/{name}", run.Generator)))
            .Where(source => source.HasFile)];
        // What is gone takes no memory.
        foreach (var (name, _) in _ofRuns.Where(one => !sources.Contains(one.Value)))
            _ofRuns.TryRemove(name, out _);
        return sources;
    }

    /// <summary>Those that are read by now, and may be looked through for one that can do something.</summary>
    internal IEnumerable<ModelSource> Read => Sources.Concat(OfRuns().Where(source => source.IsRead));

    /// <summary>The one that is meant where a request names none: the first that can draw by now.</summary>
    internal ModelSource Default => Sources.FirstOrDefault(source => source.HasFile) ?? Sources[0];

    /// <summary>A model by its name.</summary>
    /// <returns>Null when there is none of this name.</returns>
    internal ModelSource? Find(string? name) => name is null ? Default
        : Sources.FirstOrDefault(source => source.Name == name) ?? OfRuns().FirstOrDefault(source => source.Name == name);

    /// <summary>The one that is meant where a request names none and asks for something: the default one if that can draw it, else the
    /// first that can; where none can, the default one, which says so.</summary>
    internal ModelSource Drawing(Predicate<FashionGan> can) => new[] { Default }.Concat(Read)
        .FirstOrDefault(source => source.ModelOrNull is { } model && can(model.Gan)) ?? Default;

    /// <summary>A source's model.</summary>
    /// <exception cref="ProblemException">It has none yet, or its file is not right.</exception>
    internal static StudioModel Require(ModelSource source)
    {
        try
        {
            return source.Model ?? throw ProblemException
                .Unavailable($"There is no {source.Source} yet: the run's first epoch has not ended.", retryAfter: 10);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw ProblemException.Unavailable(error.Message);
        }
    }
}
