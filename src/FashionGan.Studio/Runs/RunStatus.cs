using System.Text.Json.Nodes;
using FashionGanTf.Training;

namespace FashionGanTf.Studio.Runs;

/// <summary>What is known of a run.</summary>
/// <param name="Name">Its folder's name.</param>
/// <param name="Folder">The folder, as the command line takes it.</param>
/// <param name="State">waiting: it has not begun; training; ended; stopped: it was interrupted and can go on.</param>
/// <param name="EpochsDone">Epochs that have ended.</param>
/// <param name="EpochsPlanned">Epochs that there will be; 0 before it begins.</param>
/// <param name="History">A row for each epoch, as history.jsonl has it.</param>
/// <param name="Pictures">The epochs of which there is a picture.</param>
/// <param name="Settings">The options of the training that are not the usual ones, as the command line takes them.</param>
/// <param name="Running">How far the running epoch is; null while none runs, and for its first seconds.</param>
/// <param name="Sample">When the picture within the running epoch was drawn, in seconds; null while there is none.</param>
internal sealed record RunStatus(
    string Name, string Folder, string State, int EpochsDone, int EpochsPlanned, JsonObject[] History, int[] Pictures, string[] Settings,
    RunningEpoch? Running, int? Sample)
{
    internal const string Waiting = "waiting";
    internal const string Training = "training";
    internal const string Ended = "ended";
    internal const string Stopped = "stopped";
}
