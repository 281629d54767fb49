namespace Tensorflow.Keras.Layers;

/// <content>Attention.</content>
public partial interface ILayersApi
{
    /// <summary>Dot-product attention of (query, value) or (query, value, key): softmax(query keyᵀ) value.</summary>
    /// <param name="use_scale">Not supported; must be false.</param>
    /// <param name="score_mode"><c>dot</c>, the only one.</param>
    /// <param name="causal">Not supported; must be false.</param>
    /// <param name="dropout">Not supported; must be 0.</param>
    /// <exception cref="NotSupportedException">Something else is asked for.</exception>
    ILayer Attention(bool use_scale = false, string score_mode = "dot", bool causal = false, float dropout = 0f);

    /// <summary>Several attentions side by side, of (query, value) or (query, value, key) (Vaswani et al., arXiv 1706.03762).</summary>
    /// <param name="num_heads">How many attentions there are.</param>
    /// <param name="key_dim">The length of a query and a key in each.</param>
    /// <param name="value_dim">The length of a value in each; null for that of a key.</param>
    /// <param name="dropout">Not supported; must be 0.</param>
    /// <param name="use_bias">Whether biases are added.</param>
    /// <param name="kernel_initializer">What the kernels start with; null for Glorot's uniform one.</param>
    /// <param name="bias_initializer">What the biases start with; null for zeros.</param>
    /// <exception cref="NotSupportedException">A dropout is asked for.</exception>
    ILayer MultiHeadAttention(
        int num_heads, int key_dim, int? value_dim = null, float dropout = 0f, bool use_bias = true,
        IInitializer? kernel_initializer = null, IInitializer? bias_initializer = null);
}
