using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Http;
using FashionGanTf.Studio.Runs;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary><c>/api/run</c>: what is known of the run that is watched.</summary>
/// <param name="run">The run; null when none is.</param>
internal sealed class RunEndpoint(WatchedRun? run) : Endpoint
{
    internal override string Path => "/api/run";

    internal override string Summary => "What is known of the run that is watched.";

    internal override IReadOnlyList<Answer> Answers { get; } =
        [Api.Answer.OfJson<RunStatus>("The run."), Api.Answer.Missing, Api.Answer.Unavailable];

    protected override Task Answer(Query query, HttpContext context, CancellationToken stop)
    {
        query.RequireRight();
        return Reply.Json(context, Read(Require(run)), stop);
    }

    /// <summary>The run that is watched.</summary>
    /// <exception cref="ProblemException">None is.</exception>
    internal static WatchedRun Require(WatchedRun? run) =>
        run ?? throw ProblemException.NotFound("No run is watched here; start serve with --run and its folder.");

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
