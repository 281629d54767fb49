using FashionGanTf.Studio.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace FashionGanTf.Studio.Tests.Server;

/// <summary>What a client sees of a fault of the program.</summary>
[TestClass]
public class FailuresTests
{
    [TestMethod]
    public async Task AFaultBeforeTheAnswerIsAProblemThatTellsNothingOfTheProgram()
    {
        await using var application = await Start(_ => throw new InvalidOperationException("a secret"));
        using var client = new HttpClient();
        using var response = await client.GetAsync(application.Urls.Single());
        var text = await response.Content.ReadAsStringAsync();
        Assert.AreEqual((500, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.IsFalse(text.Contains("secret", StringComparison.Ordinal), text);
    }

    [TestMethod]
    public async Task AFileThatBreaksOffDoesNotLookWhole()
    {
        await using var application = await Start(async context =>
        {
            // Without a length, the end of the connection is all that could tell.
            await context.Response.Body.WriteAsync(new byte[100_000]);
            throw new InvalidOperationException();
        });
        using var client = new HttpClient();
        using var response = await client.GetAsync(application.Urls.Single(), HttpCompletionOption.ResponseHeadersRead);
        Assert.AreEqual(200, (int)response.StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Who closes a page that watches a run leaves in the middle of an answer.</summary>
    [TestMethod]
    public async Task AClientThatLeavesInTheMiddleOfAnAnswerIsNoFault()
    {
        var ended = new TaskCompletionSource();
        var handle = new Failures(NullLogger.Instance).Handle;
        await using var application = await Start(
            async context =>
            {
                await context.Response.Body.WriteAsync(new byte[100]);
                await context.Response.Body.FlushAsync();
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            },
            async (context, next) =>
            {
                try
                {
                    await handle(context, next);
                    ended.SetResult();
                }
                catch (Exception error)
                {
                    ended.SetException(error);
                    throw;
                }
            });
        using (var client = new HttpClient())
        using (var response = await client.GetAsync(application.Urls.Single(), HttpCompletionOption.ResponseHeadersRead))
            Assert.AreEqual(200, (int)response.StatusCode);
        await ended.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    private static Task<WebApplication> Start(RequestDelegate answer) => Start(answer, new Failures(NullLogger.Instance).Handle);

    private static async Task<WebApplication> Start(RequestDelegate answer, Func<HttpContext, RequestDelegate, Task> handle)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var application = builder.Build();
        application.Use(handle);
        application.Run(answer);
        await application.StartAsync();
        return application;
    }
}
