using Tensorflow.Keras.ArgsDefinition;

namespace Tensorflow.Keras.Layers;

/// <content>Attention.</content>
internal sealed partial class LayersApi
{
    public ILayer Attention(bool use_scale, string score_mode, bool causal, float dropout) =>
        use_scale || score_mode != "dot" || causal || dropout != 0
            ? throw new NotSupportedException(
                "Attention: use_scale and causal must be false, score_mode must be 'dot' and dropout 0; they are " +
                $"{use_scale}, {causal}, '{score_mode}' and {dropout}.")
            : new Attention(new AttentionArgs());

    public ILayer MultiHeadAttention(
        int num_heads, int key_dim, int? value_dim, float dropout, bool use_bias, IInitializer? kernel_initializer,
        IInitializer? bias_initializer) => dropout != 0
        ? throw new NotSupportedException($"MultiHeadAttention: dropout must be 0; it is {dropout}.")
        : new MultiHeadAttention(new MultiHeadAttentionArgs
        {
            NumHeads = num_heads,
            KeyDim = key_dim,
            ValueDim = value_dim,
            UseBias = use_bias,
            KernelInitializer = kernel_initializer,
            BiasInitializer = bias_initializer,
        });
}
