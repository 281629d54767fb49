using Tensorflow.Summary;

namespace Tensorflow;

/// <content>What TensorBoard shows.</content>
public sealed partial class tensorflow
{
    /// <summary>Writes what TensorBoard shows.</summary>
    public summary_api summary { get; } = new();
}

/// <summary>What <c>tf.summary</c> offers.</summary>
public sealed class summary_api
{
    internal summary_api()
    {
    }

    /// <summary>A new event file in a folder.</summary>
    /// <param name="logdir">The folder; it is made if need be.</param>
    /// <exception cref="IOException">It cannot be written to; the one-line message names it.</exception>
    public SummaryWriter create_file_writer(string logdir) => new(logdir);
}
