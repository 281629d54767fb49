using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using FashionGanTf.Studio.Http;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary>An answer that an endpoint may give, as OpenAPI describes it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Description">One sentence for people.</param>
/// <param name="ContentType">What the body is; null where there is none.</param>
/// <param name="Schema">The body's JSON schema; null where it is no JSON.</param>
internal sealed record Answer(int Status, string Description, string? ContentType = null, JsonNode? Schema = null)
{
    /// <summary>The headers that tell something of the body.</summary>
    internal IReadOnlyList<(string Name, string Description)> Headers { get; init; } = [];

    /// <summary>The pictures have not changed.</summary>
    internal static Answer NotModified { get; } =
        new(StatusCodes.Status304NotModified, "What the request's If-None-Match names is still right.");

    /// <summary>A parameter is wrong.</summary>
    internal static Answer Wrong { get; } = OfProblem(StatusCodes.Status400BadRequest, "Parameters are wrong; errors says which and why.");

    /// <summary>It is not there.</summary>
    internal static Answer Missing { get; } = OfProblem(StatusCodes.Status404NotFound, "There is no such thing.");

    /// <summary>Nobody may do it here.</summary>
    internal static Answer Forbidden { get; } =
        OfProblem(StatusCodes.Status403Forbidden, "The studio allows no training, or the request does not come from its page.");

    /// <summary>It does not go with what is the case now.</summary>
    internal static Answer Conflict { get; } = OfProblem(StatusCodes.Status409Conflict, "It does not go with what is the case now.");

    /// <summary>There is a body.</summary>
    internal static Answer TooLarge { get; } = OfProblem(StatusCodes.Status413PayloadTooLarge, "Requests have no body.");

    /// <summary>The address is too long.</summary>
    internal static Answer TooLong { get; } =
        OfProblem(StatusCodes.Status414UriTooLong, $"An address has {Limits.MostAddress:N0} characters at most.");

    /// <summary>The Host is none of this server's.</summary>
    internal static Answer Misdirected { get; } =
        OfProblem(StatusCodes.Status421MisdirectedRequest, "The request's Host is no name of this server.");

    /// <summary>Too many wait.</summary>
    internal static Answer Busy { get; } =
        OfProblem(StatusCodes.Status429TooManyRequests, "Too many requests are waiting to be drawn.") with
    {
        Headers = [("Retry-After", "Seconds after which to try again.")],
    };

    /// <summary>Not now.</summary>
    internal static Answer Unavailable { get; } =
        OfProblem(StatusCodes.Status503ServiceUnavailable, "What is needed is not there now, or it took too long.");

    /// <summary>An answer in JSON.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    internal static Answer OfJson<T>(string description) =>
        new(StatusCodes.Status200OK, description, Json.ContentType, Json.Options.GetJsonSchemaAsNode(typeof(T)));

    private static Answer OfProblem(int status, string description) =>
        new(status, description, Problem.ContentType, Json.Options.GetJsonSchemaAsNode(typeof(Problem)));
}
