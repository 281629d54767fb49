using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using FashionGanTf.Imaging;
using FashionGanTf.Training;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>Measures the studio: clients that ask for pictures as fast as they get them, first one, then many.</summary>
internal static class LoadBenchmark
{
    private const int SampledPictures = 5_120;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(2);

    /// <summary>Runs it; how fast pictures are drawn without a server is measured before and after.</summary>
    /// <param name="url">A server; null to start one.</param>
    /// <param name="clients">How many ask at once.</param>
    /// <param name="duration">For how long; one alone asks a sixth of it.</param>
    /// <param name="images">Pictures in a request.</param>
    /// <param name="format">The form that they come in.</param>
    /// <exception cref="IOException">The server does not start or answer.</exception>
    internal static LoadReport Run(Uri? url, int clients, TimeSpan duration, int images, string format)
    {
        double Raw() => SampleBenchmark
            .Run(SampledPictures, SampleBenchmark.Part, Environment.ProcessorCount, PictureShape.FashionMnist).ImagesPerSecond;
        var before = Raw();
        using var studio = url is null ? new ServedStudio(fresh: true) : null;
        var address = url ?? studio!.Address;
        try
        {
            Ask(address, 1, s_warmUp, images, format);
            var one = Ask(address, 1, duration / 6, images, format);
            Ask(address, clients, s_warmUp, images, format);
            var residentBefore = studio?.Resident;
            var many = Ask(address, clients, duration, images, format);
            var residentAfter = studio?.Resident;
            return new LoadReport
            {
                Clients = clients,
                Images = images,
                Format = format,
                One = one,
                Many = many,
                RawImagesPerSecond = (before + Raw()) / 2,
                ResidentBytesBefore = residentBefore,
                ResidentBytesAfter = residentAfter,
                Processor = Machine.This.Processor,
            };
        }
        catch (HttpRequestException error)
        {
            throw new IOException($"{address} does not answer: {error.Message}", error);
        }
    }

    private static LoadPhase Ask(Uri address, int clients, TimeSpan duration, int images, string format)
    {
        var (latencies, statuses) = (new ConcurrentBag<double>(), new ConcurrentDictionary<int, int>());
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = clients }) { BaseAddress = address };
        var clock = Stopwatch.StartNew();
        var seed = 0;
        async Task Client()
        {
            while (clock.Elapsed < duration)
            {
                // A seed of its own for each request: nobody has its pictures already.
                var query = string.Create(CultureInfo.InvariantCulture,
                    $"api/generate?seed={Interlocked.Increment(ref seed)}&count={images}&format={format}");
                var start = Stopwatch.GetTimestamp();
                using var response = await client.GetAsync(query);
                await response.Content.ReadAsByteArrayAsync();
                statuses.AddOrUpdate((int)response.StatusCode, 1, (_, count) => count + 1);
                if (response.IsSuccessStatusCode)
                    latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                else
                    await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
            }
        }

        Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(Client))).GetAwaiter().GetResult();
        return new LoadPhase([.. latencies], clock.Elapsed, images, new SortedDictionary<int, int>(statuses));
    }
}
