using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Http;

/// <summary>
/// Requests that change something carry a header that only the studio's own page can send: for a page of another site a browser asks
/// beforehand whether it may (CORS), and is told no. So a stranger's page cannot have a visitor's browser start a training.
/// </summary>
internal static class OwnPage
{
    internal const string Header = "X-Fashion-Gan";

    /// <exception cref="ProblemException">The header is missing.</exception>
    internal static void Require(HttpContext context)
    {
        if (!context.Request.Headers.ContainsKey(Header))
            throw ProblemException.Forbidden($"A request that changes something needs the header {Header}, with any value.");
    }
}
