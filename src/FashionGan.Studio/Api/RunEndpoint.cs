using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Http;
using FashionGanTf.Studio.Runs;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary><c>/api/run</c>: what is known of a run that is watched.</summary>
/// <param name="runs">The runs.</param>
internal sealed class RunEndpoint(RunCatalogue runs) : Endpoint
{
    internal static Name Run { get; } = new("run", "The run's name, its folder's; without it the one that --run names, or the newest.");

    internal override string Path => "/api/run";

    internal override string Summary => "What is known of a run that is watched.";

    internal override IReadOnlyList<Parameter> Parameters { get; } = [Run];

    internal override IReadOnlyList<Answer> Answers { get; } =
        [Api.Answer.OfJson<RunStatus>("The run."), Api.Answer.Missing, Api.Answer.Unavailable];

    protected override Task Answer(Query query, HttpContext context, CancellationToken stop) =>
        Reply.Json(context, Read(Require(query, runs)), stop);

    /// <summary>The run that a request names.</summary>
    /// <exception cref="ProblemException">There is no such run, or a parameter is wrong.</exception>
    internal static WatchedRun Require(Query query, RunCatalogue runs)
    {
        var name = Run.Read(query);
        var found = runs.Find(name);
        if (name is not null && found is null)
            query.Refuse(Run.Name, $"there is no run '{name}'.");
        query.RequireRight();
        RequireAny(runs);
        return found ?? throw ProblemException.NotFound("There is no run yet.");
    }

    /// <exception cref="ProblemException">No folder is watched.</exception>
    internal static void RequireAny(RunCatalogue runs)
    {
        if (!runs.IsAny)
            throw ProblemException.NotFound(
                "No run is watched here; start serve with --run and its folder, or --runs and a folder of runs.");
    }

    /// <summary>What is known of it.</summary>
    /// <exception cref="ProblemException">Its files cannot be read.</exception>
    internal static RunStatus Read(WatchedRun run)
    {
        try
        {
            return run.Read();
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw ProblemException.Unavailable(error.Message);
        }
    }
}
