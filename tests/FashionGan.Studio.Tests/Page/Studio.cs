using FashionGanTf.Studio.Tests.Support;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>A studio's server that a test may take away and bring back at the same address.</summary>
internal sealed class Studio : IAsyncDisposable
{
    private StudioOptions _options;
    private StudioServer? _server;

    private Studio(StudioOptions options) => _options = options;

    /// <summary>Where its page is.</summary>
    internal Uri Address { get; private set; } = null!;

    /// <summary>Starts one with the workplace's generator and data.</summary>
    /// <param name="run">The folder of a run to watch.</param>
    /// <param name="hasModel">Whether the workplace's generator draws; if not, the run's does, or without one the generator that
    /// ships.</param>
    /// <param name="isConditional">Whether the workplace's generator with classes draws.</param>
    /// <param name="program">What its command lines begin with.</param>
    /// <param name="model">Another generator's file.</param>
    /// <param name="runs">A folder of runs.</param>
    /// <param name="data">Other training data.</param>
    /// <param name="trainer">What trains.</param>
    internal static async Task<Studio> Start(string? run = null, bool hasModel = true, bool isConditional = false,
        string program = "fashion-gan", string? model = null, string? runs = null, string? data = null, string[]? trainer = null)
    {
        var studio = new Studio(new StudioOptions
        {
            Port = 0, Model = model ?? (isConditional ? Workplace.ConditionalModel : hasModel ? Workplace.Model : null),
            Data = data ?? Workplace.Data, Run = run, Program = program, Runs = runs, Trainer = trainer,
        });
        await studio.ComeBack();
        return studio;
    }

    /// <summary>Ends the server.</summary>
    internal async Task GoAway()
    {
        await _server!.DisposeAsync();
        _server = null;
    }

    /// <summary>Starts it, again at the port that it had.</summary>
    internal async Task ComeBack()
    {
        _server = await StudioServer.Start(_options);
        Address = _server.Address;
        _options = _options with { Port = Address.Port };
    }

    /// <summary>What the API answers.</summary>
    /// <param name="query">From the path on, without a slash before it.</param>
    internal async Task<byte[]> Get(string query)
    {
        using var client = new HttpClient();
        return await client.GetByteArrayAsync(new Uri(Address, query));
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
