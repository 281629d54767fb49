using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Http;

/// <summary>A request that is not answered, and why.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="detail">One sentence for people.</param>
internal sealed class ProblemException(int status, string detail) : Exception(detail)
{
    internal int Status => status;

    /// <summary>What is wrong with which parameter; null when it is none's fault.</summary>
    internal IReadOnlyDictionary<string, string[]>? Errors { get; private init; }

    /// <summary>Seconds after which the same request may be answered; null when waiting does not help.</summary>
    internal int? RetryAfter { get; private init; }

    /// <summary>Parameters are wrong.</summary>
    internal static ProblemException Wrong(IReadOnlyDictionary<string, string[]> errors) =>
        new(StatusCodes.Status400BadRequest,
            string.Join(" ", errors.SelectMany(field => field.Value.Select(error => $"{field.Key}: {error}")))) { Errors = errors };

    /// <summary>What was asked for is not there.</summary>
    internal static ProblemException NotFound(string detail) => new(StatusCodes.Status404NotFound, detail);

    /// <summary>Nobody may do it here.</summary>
    internal static ProblemException Forbidden(string detail) => new(StatusCodes.Status403Forbidden, detail);

    /// <summary>It does not go with what is the case now.</summary>
    internal static ProblemException Conflict(string detail) => new(StatusCodes.Status409Conflict, detail);

    /// <summary>More wait to be drawn than can be.</summary>
    internal static ProblemException Busy() =>
        new(StatusCodes.Status429TooManyRequests, "Too many requests are waiting to be drawn; try again in a second.") { RetryAfter = 1 };

    /// <summary>What is needed is not there now, and may be later.</summary>
    internal static ProblemException Unavailable(string detail, int? retryAfter = null) =>
        new(StatusCodes.Status503ServiceUnavailable, detail) { RetryAfter = retryAfter };
}
