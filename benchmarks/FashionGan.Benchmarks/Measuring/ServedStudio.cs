using System.Diagnostics;
using FashionGanTf.Models;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>A studio in a process of its own, as <c>serve</c> starts it.</summary>
internal sealed class ServedStudio : IDisposable
{
    private readonly string? _model;
    private readonly Process _process;

    /// <summary>Starts it on a free port.</summary>
    /// <param name="fresh">Whether it draws with fresh weights, whose values do not change the time, and not with those that ship.</param>
    /// <exception cref="IOException">It does not start.</exception>
    internal ServedStudio(bool fresh)
    {
        if (fresh)
            new FashionGan().Save(_model = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".safetensors"));
        string[] model = _model is null ? [] : ["--model", _model];
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "fashion-gan.dll"), "serve", "--port", "0",
            .. model]) { RedirectStandardOutput = true };
        _process = Process.Start(start)!;
        var line = _process.StandardOutput.ReadLine() ?? throw new IOException("serve did not start.");
        Address = new Uri(line.Split(' ')[4]);
        // The log of its requests: somebody has to read it.
        _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
    }

    internal Uri Address { get; }

    /// <summary>Bytes of memory that it has now.</summary>
    internal long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        if (_model is not null)
            File.Delete(_model);
    }
}
