using Tensorflow.Distribute;

namespace Tensorflow;

/// <content>Training with several replicas.</content>
public sealed partial class tensorflow
{
    /// <summary>Training with several replicas, <c>tf.distribute</c>.</summary>
    public distribute_api distribute { get; } = new();
}

/// <summary>What <c>tf.distribute</c> offers.</summary>
public sealed class distribute_api
{
    internal distribute_api()
    {
    }

    /// <inheritdoc cref="Distribute.MirroredStrategy(int, ICommunicator)"/>
    public MirroredStrategy MirroredStrategy(int replicas, ICommunicator? communicator = null) => new(replicas, communicator);

    /// <summary>This thread's replica; null outside of <see cref="Distribute.MirroredStrategy.run"/>.</summary>
    public ReplicaContext? get_replica_context() => ReplicaContext.Current;
}
