using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Tensorflow.Keras.Datasets;
using Tensorflow.Keras.Datasets.Sources;

namespace Tensorflow.Tests.Keras.Datasets;

/// <summary>The download from the publisher, from a server in this process.</summary>
[TestClass]
public sealed class PublisherDownloadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpListener _server = new();
    private readonly Uri _address;
    private readonly List<string> _requests = [];
    private Action<HttpListenerContext, byte[]> _answer = (context, content) => context.Response.OutputStream.Write(content);

    public PublisherDownloadTests()
    {
        TinyDataset.Write(_folder.File("published"));
        _address = new Uri($"http://127.0.0.1:{FreePort()}/");
        _server.Prefixes.Add(_address.ToString());
        _server.Start();
        _server.BeginGetContext(Serve, null);
    }

    private string Cache => _folder.File("cache");

    public void Dispose()
    {
        _server.Abort();
        _folder.Dispose();
    }

    [TestMethod]
    public void FourFilesAreFetchedIntoTheCache()
    {
        TinyDataset.Check(Search().Load());
        Assert.HasCount(4, _requests);
        Assert.HasCount(4, Directory.GetFileSystemEntries(Cache));

        TinyDataset.Check(Search().Load());
        Assert.HasCount(4, _requests, "what lies in the cache is not fetched again");
    }

    [TestMethod]
    public void OnlyWhatIsDamagedIsFetchedAgain()
    {
        TinyDataset.Write(Cache);
        TinyDataset.Spoil(Cache, 2);
        File.Delete(Path.Combine(Cache, "train-labels-idx1-ubyte.gz"));
        TinyDataset.Check(Search().Load());
        Assert.AreEqual("/train-labels-idx1-ubyte.gz /t10k-images-idx3-ubyte.gz", string.Join(" ", _requests));
    }

    [TestMethod]
    public void TwoAtOnceDoNoHarm()
    {
        Parallel.For(0, 4, _ => TinyDataset.Check(Search().Load()));
        Assert.HasCount(4, Directory.GetFileSystemEntries(Cache));
    }

    [TestMethod]
    public void WhatIsNotThePublishedFileIsNotKept()
    {
        TinyDataset.Spoil(_folder.File("published"), 0);
        StringAssert.Contains(Failure(), "is not the published file");
    }

    [TestMethod]
    public void ACutDownloadIsNotKept()
    {
        _answer = (context, content) => context.Response.OutputStream.Write(content.AsSpan(0, content.Length / 2));
        StringAssert.Contains(Failure(), "train-images");
    }

    [TestMethod]
    public void AServerThatSendsOnAndOnIsLeft()
    {
        _answer = (context, content) =>
        {
            context.Response.SendChunked = true;
            for (var i = 0; i < 1000; i++)
                context.Response.OutputStream.Write(new byte[4096]);
        };
        StringAssert.Contains(Failure(), "sends more than the file can be");
    }

    [TestMethod]
    public void AMissingFileIsNamed()
    {
        _answer = (context, _) => context.Response.StatusCode = 404;
        StringAssert.Contains(Failure(), "train-images-idx3-ubyte.gz answers 404");
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void ASilentServerIsNotWaitedFor(bool afterTheFirstByte)
    {
        using var done = new ManualResetEventSlim();
        _answer = (context, content) =>
        {
            if (afterTheFirstByte)
            {
                context.Response.SendChunked = true;
                context.Response.OutputStream.Write(content.AsSpan(0, 1));
                context.Response.OutputStream.Flush();
            }

            done.Wait(TimeSpan.FromSeconds(20));
        };
        var watch = Stopwatch.StartNew();
        StringAssert.Contains(Failure(TimeSpan.FromSeconds(0.3)), "no answer within 0.3 s");
        Assert.IsLessThan(10, watch.Elapsed.TotalSeconds);
        done.Set();
    }

    [TestMethod]
    public void AServerThatIsNotThereIsNamed()
    {
        _server.Abort();
        StringAssert.Contains(Failure(), "127.0.0.1");
    }

    [TestMethod]
    public void WithoutACacheFolderNothingIsFetched()
    {
        var error =
            Assert.ThrowsExactly<DirectoryNotFoundException>(() => new PublisherDownload(_address, null).Provide(TinyDataset.Files));
        StringAssert.Contains(error.Message, "no home folder");
        Assert.IsEmpty(_requests);
    }

    private DatasetSearch Search(TimeSpan? patience = null) =>
        new(TinyDataset.Files, [new PublisherDownload(_address, Cache) { Patience = patience ?? TimeSpan.FromSeconds(10) }]);

    /// <summary>What is said when the download fails; nothing may be left in the cache.</summary>
    private string Failure(TimeSpan? patience = null)
    {
        var error = Assert.ThrowsExactly<FileNotFoundException>(() => Search(patience).Load());
        Assert.IsEmpty(Directory.GetFileSystemEntries(Cache));
        return error.Message;
    }

    private void Serve(IAsyncResult result)
    {
        try
        {
            var context = _server.EndGetContext(result);
            _server.BeginGetContext(Serve, null);
            var name = context.Request.Url!.AbsolutePath;
            lock (_requests)
                _requests.Add(name);
            _answer(context, File.ReadAllBytes(_folder.File("published") + name));
            context.Response.Close();
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            // The client has left, or the test is over.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
