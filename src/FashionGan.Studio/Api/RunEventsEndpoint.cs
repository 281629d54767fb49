using System.Text.Json;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Http;
using FashionGanTf.Studio.Runs;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary>
/// <c>/api/run/events</c>: what is known of the run, at once and whenever it changes, as server-sent events. The folder is looked at twice
/// a second: that sees a file that is replaced, a folder that is made later and one on a network, and costs a few microseconds.
/// </summary>
/// <param name="run">The run; null when none is watched.</param>
/// <param name="ending">The server ends.</param>
internal sealed class RunEventsEndpoint(WatchedRun? run, CancellationToken ending) : Endpoint
{
    private const string ContentType = "text/event-stream";

    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(0.5);

    /// <summary>A line that says nothing tells both ends, and what lies between, that the other still listens.</summary>
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(15);

    internal override string Path => "/api/run/events";

    internal override string Summary => "What /api/run tells, at once and whenever it changes, as events named run.";

    internal override IReadOnlyList<Answer> Answers { get; } =
        [new(StatusCodes.Status200OK, "Events until the client or the server leaves.", ContentType), Api.Answer.Missing,
            Api.Answer.Unavailable];

    /// <summary>As long as the client listens.</summary>
    protected override TimeSpan? TimeLimit => null;

    protected override async Task Answer(Query query, HttpContext context, CancellationToken stop)
    {
        query.RequireRight();
        var watched = RunEndpoint.Require(run);
        var stamp = watched.Stamp();
        var status = RunEndpoint.Read(watched);
        context.Response.ContentType = ContentType;
        context.Response.Headers.CacheControl = "no-cache";
        // nginx, and what is like it, otherwise keeps events until they fill a buffer.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        if (Reply.IsHead(context))
            return;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop, ending);
        try
        {
            await Send(context, status, end.Token);
            var silent = TimeSpan.Zero;
            while (true)
            {
                await Task.Delay(s_interval, end.Token);
                silent += s_interval;
                if (watched.Stamp() is var now && now != stamp && TryRead(watched) is { } changed)
                {
                    stamp = now;
                    await Send(context, changed, end.Token);
                    silent = TimeSpan.Zero;
                }
                else if (silent >= s_silence)
                {
                    await context.Response.WriteAsync(": \n\n", end.Token);
                    silent = TimeSpan.Zero;
                }
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The answer ends as one that is whole.
        }
    }

    private static Task Send(HttpContext context, RunStatus status, CancellationToken stop) =>
        context.Response.WriteAsync($"event: run\ndata: {JsonSerializer.Serialize(status, Json.Options)}\n\n", stop);

    /// <summary>Null while files cannot be read: the next look tells more.</summary>
    private static RunStatus? TryRead(WatchedRun run)
    {
        try
        {
            return run.Read();
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
