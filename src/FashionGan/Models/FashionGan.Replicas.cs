using Tensorflow;
using Tensorflow.Distribute;

namespace FashionGanTf.Models;

/// <content>A step that several replicas share.</content>
public sealed partial class FashionGan
{
    /// <summary>Both players' steps, of each replica with its own part of the batch. All take part in both updates.</summary>
    /// <exception cref="ArgumentException">The batch cannot be cut into equal parts.</exception>
    private void replicas_step(Tensor real_images, Tensor? condition, Tensor? mismatch)
    {
        var (replicas, pictures) = (_strategy!.num_replicas_in_sync, real_images.shape[0]);
        if (pictures % replicas != 0)
            throw new ArgumentException($"A batch of {pictures} pictures cannot be cut into {replicas} equal parts, one for each replica.");
        var part = (int)(pictures / replicas);
        _strategy.run(() =>
        {
            var first = ReplicaContext.Current!.replica_id_in_sync_group * part;
            Tensor PartOf(Tensor whole) => whole[new Slice(first, first + part)];
            var (images, own) = (PartOf(real_images), condition is null ? null : PartOf(condition));
            discriminator_step(images, own, mismatch is null ? null : PartOf(mismatch));
            generator_step(images, own);
        });
    }

    /// <summary>Ends a player's step. Replicas wait for each other here, and the update is that of the mean gradients.</summary>
    /// <param name="gradients">The step's, or a replica's.</param>
    /// <param name="told">What the step tells, or a replica.</param>
    /// <param name="update">Takes the means over all replicas and moves the weights; it runs once.</param>
    private static void merge(Tensor[] gradients, Tensor told, Action<Tensor[], Tensor> update)
    {
        if (ReplicaContext.Current is { } replica)
            replica.merge_means([.. gradients, told], means => update(means[..^1], means[^1]));
        else
            update(gradients, told);
    }
}
