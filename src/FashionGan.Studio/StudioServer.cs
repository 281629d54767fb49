using System.Net;
using System.Net.Sockets;
using FashionGanTf.Studio.Api;
using FashionGanTf.Studio.Drawing;
using FashionGanTf.Studio.Http;
using FashionGanTf.Studio.Models;
using FashionGanTf.Studio.Neighbours;
using FashionGanTf.Studio.OpenApi;
using FashionGanTf.Studio.Runs;
using FashionGanTf.Studio.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using HttpMethods = Microsoft.AspNetCore.Http.HttpMethods;

namespace FashionGanTf.Studio;

/// <summary>The studio's server: the page, and the API that it asks for pictures.</summary>
public sealed class StudioServer : IAsyncDisposable
{
    /// <summary>What a request that is under way gets when the server ends.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    private readonly WebApplication _application;
    private readonly DrawingQueue _queue;
    private readonly TrainingData _data;
    private readonly RunTrainer _trainer;
    private readonly StudioOptions _options;

    private StudioServer(WebApplication application, DrawingQueue queue, TrainingData data, RunTrainer trainer, StudioOptions options) =>
        (_application, _queue, _data, _trainer, _options) = (application, queue, data, trainer, options);

    /// <summary>Where a browser of this machine finds the page.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts a server; it answers when this returns.</summary>
    /// <exception cref="IOException">It cannot listen there, or a model's file cannot be read; the message is one line.</exception>
    /// <exception cref="InvalidDataException">A model's file holds no generator; likewise.</exception>
    public static async Task<StudioServer> Start(StudioOptions options)
    {
        var runs = new RunCatalogue(options);
        var models = new ModelCatalogue(options, runs);
        var queue = new DrawingQueue(options.Places);
        var data = new TrainingData(options);
        var trainer = new RunTrainer(options);
        var server = new StudioServer(Build(options, runs, models, new Painter(queue), data, trainer), queue, data, trainer, options);
        try
        {
            await server.Listen();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Answers what is under way, if that does not take long, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        _queue.Dispose();
        _data.Dispose();
        _trainer.Dispose();
    }

    private static WebApplication Build(
        StudioOptions options, RunCatalogue runs, ModelCatalogue models, Painter painter, TrainingData data, RunTrainer trainer)
    {
        // Nothing of the surroundings, no settings file and no variable, changes what is served and where.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.Host, options.Port);
            Limits.Set(kestrel.Limits);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = s_patience);
        options.Logging(builder.Logging);

        var application = builder.Build();
        var log = application.Services.GetRequiredService<ILoggerFactory>().CreateLogger("FashionGanTf.Studio");
        application.Use(new RequestLog(log).Measure);
        application.Use(SecurityHeaders.Add);
        application.Use(new Failures(log).Handle);
        application.Use(new HostNames(options.Host).Check);
        application.UseRouting();
        var endpoints = Endpoints(options, runs, models, painter, data, trainer, application.Lifetime.ApplicationStopping);
        var sight = new FirstSight(models, endpoints);
        application.Lifetime.ApplicationStarted.Register(sight.Prepare);
        new Page(sight).Serve(application);
        foreach (var endpoint in endpoints)
            application.MapMethods(endpoint.Path, endpoint.IsAction ? [HttpMethods.Post] : [HttpMethods.Get, HttpMethods.Head],
                endpoint.Answer);
        return application;
    }

    private static Endpoint[] Endpoints(StudioOptions options, RunCatalogue runs, ModelCatalogue models, Painter painter,
        TrainingData data, RunTrainer trainer, CancellationToken ending)
    {
        Endpoint[] endpoints =
        [
            new GenerateEndpoint(models, painter), new InterpolateEndpoint(models, painter), new DatasetEndpoint(models, painter),
            new ScoresEndpoint(models, painter), new NeighboursEndpoint(models, painter, data), new ModelsEndpoint(models, data),
            new WordsEndpoint(models), new CaptionsEndpoint(models), new ContactSheetEndpoint(models, painter),
            new AboutEndpoint(options, runs), new RunEndpoint(runs), new EpochPictureEndpoint(runs), new SamplePictureEndpoint(runs),
            new RunEventsEndpoint(runs, trainer, ending), new TrainEndpoint(options, runs, trainer), new StopEndpoint(trainer),
            new HealthEndpoint(),
        ];
        return [.. endpoints, new OpenApiEndpoint(endpoints)];
    }

    private async Task Listen()
    {
        try
        {
            await _application.StartAsync();
        }
        catch (Exception error) when (error is IOException { InnerException: AddressInUseException })
        {
            throw new IOException($"Port {_options.Port} is taken by another program; choose another with --port.", error);
        }
        catch (SocketException error)
        {
            var address = new IPEndPoint(_options.Host, _options.Port);
            throw new IOException($"{address} cannot be listened at: {error.Message}; choose another with --host.", error);
        }

        var bound = new Uri(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        // All addresses are no address that a browser could go to.
        var host = _options.Host.Equals(IPAddress.Any) || _options.Host.Equals(IPAddress.IPv6Any)
            || _options.Host.Equals(IPAddress.Loopback) ? "localhost" : bound.Host;
        Address = new UriBuilder(bound) { Host = host }.Uri;
    }

    /// <summary>Ctrl-C is the program's to hear, not the server's.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
