using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Runs;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary><c>/api/run/stop</c>: has the training that was begun here save a checkpoint and end.</summary>
/// <param name="trainer">Trains.</param>
internal sealed class StopEndpoint(RunTrainer trainer) : Endpoint
{
    internal override string Path => "/api/run/stop";

    internal override bool IsAction => true;

    internal override string Summary => "Has the training that was begun here save a checkpoint after its step and end.";

    internal override IReadOnlyList<Answer> Answers { get; } =
        [Api.Answer.OfJson<TrainerStatus>("What is trained until it has ended."), Api.Answer.Conflict];

    protected override Task Answer(Query query, HttpContext context, CancellationToken stop)
    {
        query.RequireRight();
        trainer.Stop();
        return Reply.Json(context, trainer.Status, stop);
    }
}
