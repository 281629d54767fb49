using System.Globalization;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Api.Replies;
using FashionGanTf.Studio.Http;
using FashionGanTf.Studio.Runs;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary><c>/api/run/epochs/{epoch}.png</c>: what the run drew after an epoch.</summary>
/// <param name="runs">The runs.</param>
internal sealed class EpochPictureEndpoint(RunCatalogue runs) : Endpoint
{
    private static readonly WholeNumber s_epoch = new("epoch", "The epoch, from 1.", 1, int.MaxValue, null);

    internal override string Path => "/api/run/epochs/{epoch}.png";

    internal override string Summary => "What the run drew after an epoch.";

    internal override IReadOnlyList<Parameter> Parameters { get; } = [RunEndpoint.Run];

    internal override IReadOnlyList<Parameter> PathParameters { get; } = [s_epoch];

    internal override IReadOnlyList<Answer> Answers { get; } =
        [new(StatusCodes.Status200OK, "The sheet of that epoch.", PngReply.ContentType), Api.Answer.NotModified, Api.Answer.Missing];

    protected override async Task Answer(Query query, HttpContext context, CancellationToken stop)
    {
        var run = RunEndpoint.Require(query, runs);
        var text = (string)context.Request.RouteValues[s_epoch.Name]!;
        var path = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
            ? run.Picture(epoch) : null;
        if (path is null)
            throw ProblemException.NotFound($"There is no picture of epoch {text}.");
        // A run that is begun anew draws other pictures under the same names.
        if (!EntityTag.IsKnown(context, WatchedRun.FileStamp(path)))
            await Reply.Bytes(context, PngReply.ContentType, await File.ReadAllBytesAsync(path, stop), stop);
    }
}
