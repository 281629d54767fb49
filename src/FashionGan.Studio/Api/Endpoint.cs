using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Http;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary>Something that can be asked for by GET, or its headers by HEAD, or done by POST: where, with what, and what may come back.
/// OpenAPI is written from it.</summary>
internal abstract class Endpoint
{
    /// <summary>The path, as ASP.NET's routes have it.</summary>
    internal abstract string Path { get; }

    /// <summary>Whether it changes something: then it is asked for by POST.</summary>
    internal virtual bool IsAction => false;

    /// <summary>One sentence for people.</summary>
    internal abstract string Summary { get; }

    /// <summary>All parameters that a request may have; any other is refused.</summary>
    internal virtual IReadOnlyList<Parameter> Parameters => [];

    /// <summary>The parameters that stand in the path.</summary>
    internal virtual IReadOnlyList<Parameter> PathParameters => [];

    /// <summary>The answers that there may be, apart from those of every endpoint.</summary>
    internal abstract IReadOnlyList<Answer> Answers { get; }

    /// <summary>All answers that there may be.</summary>
    internal IEnumerable<Answer> AllAnswers =>
        [.. Answers, .. IsAction ? [Api.Answer.Forbidden] : (Answer[])[], Api.Answer.Wrong, Api.Answer.TooLarge, Api.Answer.TooLong,
            Api.Answer.Misdirected];

    /// <summary>How long an answer may take; null where it may take as long as the client listens.</summary>
    protected virtual TimeSpan? TimeLimit => TimeSpan.FromSeconds(60);

    /// <summary>Answers a request.</summary>
    /// <exception cref="ProblemException">It is not answered.</exception>
    internal async Task Answer(HttpContext context)
    {
        if (IsAction)
            OwnPage.Require(context);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        if (TimeLimit is { } limit)
            stop.CancelAfter(limit);
        try
        {
            await Answer(new Query(context.Request.Query, Parameters), context, stop.Token);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            throw ProblemException.Unavailable($"It took longer than {TimeLimit?.TotalSeconds} seconds; try again when there is less to " +
                $"do, or ask for less.", retryAfter: 5);
        }
    }

    /// <summary>Answers a request.</summary>
    /// <param name="query">Its parameters; to be checked with <see cref="Query.RequireRight"/> before they are used.</param>
    /// <param name="context">The request.</param>
    /// <param name="stop">The client has left, or it takes too long.</param>
    protected abstract Task Answer(Query query, HttpContext context, CancellationToken stop);
}
