using System.Diagnostics;
using Tensorflow.Keras.Utils;

namespace Tensorflow.Keras.Callbacks;

/// <summary>
/// Shows how training goes: in an interactive terminal, and with <c>Verbose</c> 1, a line for the epoch that overwrites itself; otherwise,
/// and with <c>Verbose</c> 2, one plain line when an epoch has ended. Evaluations and predictions outside training get a line too.
/// </summary>
public sealed class ProgbarLogger : Callback
{
    private const int BarWidth = 30;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly TextWriter? _output;
    private readonly bool _isInteractive;
    private readonly Stopwatch _time = new();
    private TimeSpan _lastDrawn;
    private int _lastLength;
    private int _epoch;
    private long _steps;
    private long _stepsBefore;
    private long _stepsAnEpoch;
    private bool _isTraining;

    /// <summary>A progress line on standard output.</summary>
    public ProgbarLogger(CallbackParams parameters)
        : this(parameters, null, Terminal.IsInteractive)
    {
    }

    internal ProgbarLogger(CallbackParams parameters, TextWriter? output, bool isInteractive)
    {
        (@params, _output, _isInteractive) = (parameters, output, isInteractive);
        _stepsAnEpoch = parameters.Steps;
    }

    private TextWriter Output => _output ?? Console.Out;

    private bool Overwrites => @params.Verbose == 1 && _isInteractive;

    /// <inheritdoc/>
    public override void on_train_begin()
    {
        _isTraining = true;
        _stepsAnEpoch = @params.Steps;
    }

    /// <inheritdoc/>
    public override void on_train_end() => _isTraining = false;

    /// <inheritdoc/>
    public override void on_epoch_begin(int epoch)
    {
        _epoch = epoch;
        Restart();
        if (Overwrites)
            Output.WriteLine($"Epoch {epoch + 1}/{@params.Epochs}");
    }

    /// <inheritdoc/>
    public override void on_train_batch_begin(long step)
    {
        // An epoch that goes on where another run left it.
        if (_steps == 0)
            _steps = _stepsBefore = step;
    }

    /// <inheritdoc/>
    public override void on_train_batch_end(long end_step, Dictionary<string, float> logs) => Step(logs);

    /// <inheritdoc/>
    public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs)
    {
        // An epoch whose length nobody knew has shown it now.
        if (_stepsAnEpoch <= 0)
            _stepsAnEpoch = _steps;
        End($"Epoch {_epoch + 1}/{@params.Epochs} - ", epoch_logs);
    }

    /// <inheritdoc/>
    public override void on_test_begin() => RestartOutsideTraining();

    /// <inheritdoc/>
    public override void on_test_batch_end(long end_step, Dictionary<string, float> logs)
    {
        if (!_isTraining)
            Step(logs);
    }

    /// <inheritdoc/>
    public override void on_test_end(Dictionary<string, float> logs)
    {
        if (!_isTraining)
            End("", logs);
    }

    /// <inheritdoc/>
    public override void on_predict_begin() => RestartOutsideTraining();

    /// <inheritdoc/>
    public override void on_predict_batch_end(long end_step, Dictionary<string, Tensors> logs)
    {
        if (!_isTraining)
            Step([]);
    }

    /// <inheritdoc/>
    public override void on_predict_end()
    {
        if (!_isTraining)
            End("", []);
    }

    private void RestartOutsideTraining()
    {
        if (_isTraining)
            return;
        _stepsAnEpoch = @params.Steps;
        Restart();
    }

    private void Restart()
    {
        (_steps, _stepsBefore, _lastLength, _lastDrawn) = (0, 0, 0, -s_pause);
        _time.Restart();
    }

    private void Step(Dictionary<string, float> logs)
    {
        _steps++;
        // The last step's line is drawn when the epoch ends, with the validation's values.
        if (!Overwrites || _steps == _stepsAnEpoch || _time.Elapsed - _lastDrawn < s_pause)
            return;
        _lastDrawn = _time.Elapsed;
        var left = _stepsAnEpoch > 0
            ? $" - ETA: {LogText.Time(_time.Elapsed / (_steps - _stepsBefore) * (_stepsAnEpoch - _steps))}"
            : $" - {LogText.Time(_time.Elapsed)}";
        Draw(Bar() + left + LogText.Logs(logs));
    }

    private void End(string prefix, Dictionary<string, float> logs)
    {
        if (@params.Verbose == 0)
            return;
        var rest = $" - {LogText.Time(_time.Elapsed)} {LogText.StepTime(_time.Elapsed, _steps - _stepsBefore)}{LogText.Logs(logs)}";
        if (Overwrites)
        {
            Draw(Bar() + rest);
            Output.WriteLine();
        }
        else
        {
            Output.WriteLine($"{prefix}{_steps}/{Math.Max(_stepsAnEpoch, _steps)}{rest}");
        }

        Output.Flush();
    }

    private string Bar()
    {
        if (_stepsAnEpoch <= 0)
            return $"{_steps}/Unknown";
        var count = $"{_steps}".PadLeft($"{_stepsAnEpoch}".Length);
        var full = (int)Math.Min(BarWidth, BarWidth * _steps / _stepsAnEpoch);
        var arrow = full > 0 && full < BarWidth ? new string('=', full - 1) + ">" : new string('=', full);
        return $"{count}/{_stepsAnEpoch} [{arrow.PadRight(BarWidth, '.')}]";
    }

    private void Draw(string line)
    {
        // What a longer line before left behind is blanked out.
        Output.Write("\r" + line.PadRight(_lastLength));
        Output.Flush();
        _lastLength = line.Length;
    }
}
