using System.Net;
using Microsoft.Extensions.Logging;

namespace FashionGanTf.Studio;

/// <summary>What a studio shows, and where it listens.</summary>
public sealed record StudioOptions
{
    /// <summary>The port when nobody says.</summary>
    public const int StandardPort = 5080;

    /// <summary>The address that it listens at; only programs of this machine reach the standard one.</summary>
    public IPAddress Host { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0 for any free one.</summary>
    public int Port { get; init; } = StandardPort;

    /// <summary>A generator's weights, or the name of one that ships; null for the run's, or without a run for all that ship with the
    /// program.</summary>
    public string? Model { get; init; }

    /// <summary>The folder of a run, with its <c>samples/</c> and <c>run/</c>; null for none. There need be no run yet.</summary>
    public string? Run { get; init; }

    /// <summary>A folder whose folders are runs, which are listed, drawn with and, where <see cref="Trainer"/> allows it, begun; null for
    /// none.</summary>
    public string? Runs { get; init; }

    /// <summary>The file and the first words that start this program as a process of its own, to train; null where nobody may train
    /// from the page.</summary>
    public IReadOnlyList<string>? Trainer { get; init; }

    /// <summary>A folder with the training data; null for the run's, or Fashion-MNIST where it is found.</summary>
    public string? Data { get; init; }

    /// <summary>The words by which a shell calls the program that can draw, train and serve, for the commands that the page
    /// shows.</summary>
    public string Program { get; init; } = "fashion-gan";

    /// <summary>Requests that may wait to be drawn; the next ones are told to try again.</summary>
    internal int Places { get; init; } = 256;

    /// <summary>Where log lines go.</summary>
    public Action<ILoggingBuilder> Logging { get; init; } = _ => { };
}
