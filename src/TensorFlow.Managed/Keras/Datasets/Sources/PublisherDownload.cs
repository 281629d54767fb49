using System.Net;

namespace Tensorflow.Keras.Datasets.Sources;

/// <summary>The publisher's server: each file that the cache folder lacks is fetched into it.</summary>
/// <param name="address">The folder on the server, with a slash at its end.</param>
/// <param name="cache">The cache folder; null when there is none.</param>
internal sealed class PublisherDownload(Uri address, string? cache) : IDatasetSource
{
    /// <summary>How long the server may take to answer, and later to send anything on.
    /// A machine without a network must not wait for long.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    public string Name => $"the publisher's {address}";

    public string Provide(DatasetFiles files)
    {
        var folder = CacheEntry.Open(cache);
        using var client = new HttpClient(new SocketsHttpHandler { ConnectTimeout = Patience }) { Timeout = Timeout.InfiniteTimeSpan };
        foreach (var file in files.All.Where(file => !CacheEntry.Holds(folder, file)))
        {
            Console.WriteLine($"Downloading {file.Name}.gz from {address}");
            try
            {
                CacheEntry.Add(folder, file, target => FetchAsync(client, file, target).GetAwaiter().GetResult());
            }
            catch (Exception error) when (error is IOException or InvalidDataException)
            {
                // Whoever is asked next says what it does; this says why it is asked.
                Console.WriteLine($"That failed: {error.Message.TrimEnd('.')}.");
                throw;
            }
        }

        return folder;
    }

    private async Task FetchAsync(HttpClient client, DatasetFile file, Stream target)
    {
        using var silence = new CancellationTokenSource(Patience);
        try
        {
            var url = new Uri(address, file.Name + ".gz");
            using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, silence.Token).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.OK)
                throw new IOException($"{url} answers {(int)response.StatusCode} {response.ReasonPhrase}");
            using var source = await response.Content.ReadAsStreamAsync(silence.Token).ConfigureAwait(false);

            // No compressed file is larger than what is in it and a little more; a server that sends on and on is left alone.
            var room = file.Shape.size + 4096;
            var buffer = new byte[65536];
            for (int count; (count = await source.ReadAsync(buffer, silence.Token).ConfigureAwait(false)) > 0;)
            {
                silence.CancelAfter(Patience);
                if ((room -= count) < 0)
                    throw new IOException($"{url} sends more than the file can be");
                target.Write(buffer, 0, count);
            }
        }
        catch (OperationCanceledException error)
        {
            throw new IOException($"no answer within {Patience.TotalSeconds:0.#} s", error);
        }
        catch (HttpRequestException error)
        {
            throw new IOException(error.Message, error);
        }
    }
}
