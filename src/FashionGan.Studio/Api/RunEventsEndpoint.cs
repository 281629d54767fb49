using System.Text.Json;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Http;
using FashionGanTf.Studio.Runs;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary>
/// <c>/api/run/events</c>: what is known of each run, at once and whenever it changes, and of what is trained here, as server-sent events.
/// The folders are looked at twice a second: that sees a file that is replaced, a folder that is made later and one on a network, and
/// costs a few microseconds a run.
/// </summary>
/// <param name="runs">The runs.</param>
/// <param name="trainer">Trains.</param>
/// <param name="ending">The server ends.</param>
internal sealed class RunEventsEndpoint(RunCatalogue runs, RunTrainer trainer, CancellationToken ending) : Endpoint
{
    private const string ContentType = "text/event-stream";

    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(0.5);

    /// <summary>A line that says nothing tells both ends, and what lies between, that the other still listens.</summary>
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(15);

    internal override string Path => "/api/run/events";

    internal override string Summary => "What /api/run tells of each run, at once and whenever it changes, as events named run; what is " +
        "trained here, as events named trainer.";

    internal override IReadOnlyList<Answer> Answers { get; } =
        [new(StatusCodes.Status200OK, "Events until the client or the server leaves.", ContentType), Api.Answer.Missing,
            Api.Answer.Unavailable];

    /// <summary>As long as the client listens.</summary>
    protected override TimeSpan? TimeLimit => null;

    protected override async Task Answer(Query query, HttpContext context, CancellationToken stop)
    {
        query.RequireRight();
        RunEndpoint.RequireAny(runs);
        // One that was named and cannot be read is a fault; among others it is left out until it can be.
        if (runs.Find(null) is { } first)
            RunEndpoint.Read(first);
        context.Response.ContentType = ContentType;
        context.Response.Headers.CacheControl = "no-cache";
        // nginx, and what is like it, otherwise keeps events until they fill a buffer.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        if (Reply.IsHead(context))
            return;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop, ending);
        try
        {
            await Tell(context, end.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The answer ends as one that is whole.
        }
    }

    private async Task Tell(HttpContext context, CancellationToken end)
    {
        var (stamps, told, silent) = (new Dictionary<string, string>(), (TrainerStatus?)null, TimeSpan.Zero);
        while (true)
        {
            var isSilent = true;
            foreach (var run in runs.All())
                if (run.Stamp() is var now && now != stamps.GetValueOrDefault(run.Name) && TryRead(run) is { } status)
                {
                    stamps[run.Name] = now;
                    await Send(context, "run", status, end);
                    isSilent = false;
                }

            if (trainer.Status is var training && training != told)
            {
                told = training;
                await Send(context, "trainer", training, end);
                isSilent = false;
            }

            silent = isSilent ? silent + s_interval : TimeSpan.Zero;
            if (silent >= s_silence)
            {
                await context.Response.WriteAsync(": \n\n", end);
                silent = TimeSpan.Zero;
            }

            await Task.Delay(s_interval, end);
        }
    }

    private static Task Send<T>(HttpContext context, string name, T news, CancellationToken stop) =>
        context.Response.WriteAsync($"event: {name}\ndata: {JsonSerializer.Serialize(news, Json.Options)}\n\n", stop);

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
