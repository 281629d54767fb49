using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FashionGanTf.Studio.Http;

/// <summary>One line for each request that asks for work; those for the page's files,
/// and the many that ask whether the server is well, at debug level.</summary>
/// <param name="log">Gets the lines.</param>
internal sealed partial class RequestLog(ILogger log)
{
    internal async Task Measure(HttpContext context, RequestDelegate next)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var level = context.Request.Path.StartsWithSegments("/api") ? LogLevel.Information : LogLevel.Debug;
            if (log.IsEnabled(level))
            {
                var milliseconds = Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 1);
                Answered(log, level, context.Request.Method, context.Request.Path, context.Request.QueryString, context.Response.StatusCode,
                    milliseconds);
            }
        }
    }

    [LoggerMessage(EventId = 3, Message = "{Method} {Path}{Query} {Status} {Milliseconds} ms")]
    private static partial void Answered(ILogger log, LogLevel level, string method, PathString path, QueryString query, int status,
        double milliseconds);
}
