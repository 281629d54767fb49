using Tensorflow;
using Tensorflow.Keras.Losses;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Support;

/// <summary>Binary cross-entropy from logits that keeps what it was shown.</summary>
internal sealed class ListeningLoss : ILossFunc
{
    private readonly ILossFunc _loss = keras.losses.BinaryCrossentropy(from_logits: true);

    public List<float[]> Labels { get; } = [];

    public List<float[]> Logits { get; } = [];

    public string Reduction => _loss.Reduction;

    public string Name => _loss.Name;

    public Tensor Call(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null)
    {
        Labels.Add(y_true.ToArray<float>());
        Logits.Add(y_pred.ToArray<float>());
        return _loss.Call(y_true, y_pred, sample_weight);
    }
}
