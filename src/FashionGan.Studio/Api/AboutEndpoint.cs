using FashionGanTf.Models;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Runs;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary><c>/api/about</c>: what the page says about the program and about its figures.</summary>
/// <param name="options">How the studio was started.</param>
/// <param name="runs">The runs.</param>
internal sealed class AboutEndpoint(StudioOptions options, RunCatalogue runs) : Endpoint
{
    internal override string Path => "/api/about";

    internal override string Summary => "How the program is called, and what the figures of a run mean.";

    internal override IReadOnlyList<Answer> Answers { get; } = [Api.Answer.OfJson<About>("About the program.")];

    protected override Task Answer(Query query, HttpContext context, CancellationToken stop)
    {
        query.RequireRight();
        return Reply.Json(context, new About(options.Program, GanLogs.Meanings, runs.IsAny, runs.Watched?.Name, options.Runs,
            options.Trainer is not null), stop);
    }

    /// <param name="Program">The words by which a shell calls the program; the name of a command follows.</param>
    /// <param name="Logs">What each name in a run's history means that is a measure of the training.</param>
    /// <param name="WatchesRuns">Whether there is a run, or a folder of runs, to watch.</param>
    /// <param name="Run">The name of the run whose generator draws; null for none.</param>
    /// <param name="RunsFolder">The folder in which new runs can be begun; null for none.</param>
    /// <param name="AllowsTraining">Whether the page may train.</param>
    internal sealed record About(string Program, IReadOnlyDictionary<string, string> Logs, bool WatchesRuns, string? Run,
        string? RunsFolder, bool AllowsTraining);
}
