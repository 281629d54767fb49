using System.Diagnostics;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Client;

namespace FashionGanTf.ProgressTestLogger;

/// <summary>Says every few seconds how far a project's tests are, so that <c>dotnet test</c> is not silent for minutes in a pipe.
/// Failures and the sum at the end are the console logger's.</summary>
[FriendlyName("progress")]
[ExtensionUri("logger://fashion-gan/progress")]
public sealed class ProgressLogger : ITestLogger, IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(10);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private Timer? _timer;
    private int _passed, _failed;
    private string _project = "", _last = "";

    /// <summary>Begins to listen; called by the test platform.</summary>
    public void Initialize(TestLoggerEvents events, string testRunDirectory)
    {
        ArgumentNullException.ThrowIfNull(events);
        events.TestResult += (_, heard) => Count(heard.Result);
        events.TestRunComplete += (_, _) => Dispose();
        _timer = new Timer(_ => Say(), null, s_interval, s_interval);
    }

    /// <summary>Says nothing more.</summary>
    public void Dispose() => _timer?.Dispose();

    private void Count(TestResult result)
    {
        lock (_lock)
        {
            _passed += result.Outcome is TestOutcome.Passed ? 1 : 0;
            _failed += result.Outcome is TestOutcome.Failed ? 1 : 0;
            _project = Path.GetFileNameWithoutExtension(result.TestCase.Source);
            // The class and the method, without the namespace.
            _last = string.Join('.', result.TestCase.FullyQualifiedName.Split('.')[^2..]);
        }
    }

    private void Say()
    {
        lock (_lock)
            if (_last.Length > 0)
                Console.WriteLine($"  {_project}, {_clock.Elapsed:m\\:ss}: {_passed} passed, {_failed} failed, the last was {_last}");
    }
}
