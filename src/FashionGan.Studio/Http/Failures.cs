using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace FashionGanTf.Studio.Http;

/// <summary>Turns whatever goes wrong with a request into a problem, and an answer without a body into one too.</summary>
/// <param name="log">Is told of faults of this program.</param>
internal sealed partial class Failures(ILogger log)
{
    internal async Task Handle(HttpContext context, RequestDelegate next)
    {
        try
        {
            if (context.Request.ContentLength > 0 || context.Request.Headers.TransferEncoding.Count > 0)
                await Problem
                    .Write(context, StatusCodes.Status413PayloadTooLarge, "Requests have no body here; everything is said in the address.");
            else if (context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Length is var length and > Limits.MostAddress)
                await Problem.Write(context, StatusCodes.Status414UriTooLong,
                    $"The address has {length:N0} characters; {Limits.MostAddress:N0} are the most. Ask for fewer pictures at once.");
            else
                await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has left; the status is for the log, and one that was sent stays.
            if (!context.Response.HasStarted)
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }
        catch (Exception error) when (context.Response.HasStarted)
        {
            // A file that breaks off must not look whole.
            Broken(log, error, context.Request.Path);
            context.Abort();
            return;
        }
        catch (ProblemException problem)
        {
            await Problem.Write(context, problem.Status, problem.Message, problem.Errors, problem.RetryAfter);
        }
        catch (BadHttpRequestException error)
        {
            await Problem.Write(context, error.StatusCode, error.Message);
        }
#pragma warning disable CA1031 // The last resort: a fault of the program ends one request, not the server.
        catch (Exception error)
        {
            Fault(log, error, context.Request.Path);
            await Problem.Write(context, StatusCodes.Status500InternalServerError, "A fault of this program; its log says more.");
        }
#pragma warning restore CA1031

        if (context.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null } response)
            await Problem.Write(context, response.StatusCode,
                $"{ReasonPhrases.GetReasonPhrase(response.StatusCode)}: {context.Request.Method} {context.Request.Path}");
    }

    [LoggerMessage(1, LogLevel.Error, "{Path} failed")]
    private static partial void Fault(ILogger log, Exception error, PathString path);

    [LoggerMessage(2, LogLevel.Warning, "{Path} broke off")]
    private static partial void Broken(ILogger log, Exception error, PathString path);
}
