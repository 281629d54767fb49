using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Api.Replies;
using FashionGanTf.Studio.Http;
using FashionGanTf.Studio.Runs;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary><c>/api/run/sample.png</c>: what a run that trains draws within its epoch.</summary>
/// <param name="runs">The runs.</param>
internal sealed class SamplePictureEndpoint(RunCatalogue runs) : Endpoint
{
    private static readonly WholeNumber s_at = new("at", "The sample of /api/run, so that a browser asks anew when it has changed. The " +
        "newest is what comes.", 0, int.MaxValue, null);

    internal override string Path => "/api/run/sample.png";

    internal override string Summary => "What a run that trains draws within its epoch.";

    internal override IReadOnlyList<Parameter> Parameters { get; } =
        [RunEndpoint.Run, s_at];

    internal override IReadOnlyList<Answer> Answers { get; } =
        [new(StatusCodes.Status200OK, "The sheet by now.", PngReply.ContentType), Api.Answer.NotModified, Api.Answer.Missing];

    protected override async Task Answer(Query query, HttpContext context, CancellationToken stop)
    {
        s_at.Read(query);
        var path = RunEndpoint.Require(query, runs).Sample;
        if (!EntityTag.IsKnown(context, WatchedRun.FileStamp(path)))
            await Reply.Bytes(context, PngReply.ContentType, await Read(path, stop), stop);
    }

    private static async Task<byte[]> Read(string path, CancellationToken stop)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, stop);
        }
        catch (IOException)
        {
            // The epoch has ended meanwhile.
            throw ProblemException.NotFound("The run has drawn nothing within its epoch yet, or none is running.");
        }
    }
}
