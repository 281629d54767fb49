namespace Tensorflow.Keras.Layers;

/// <content>Normalisation.</content>
public partial interface ILayersApi
{
    /// <summary>Takes each channel of a batch to mean 0 and variance 1,
    /// then scales and shifts it (Ioffe and Szegedy, arXiv 1502.03167).</summary>
    /// <param name="axis">The channels' axis; it must be the last.</param>
    /// <param name="momentum">How much of the moving statistics a training step keeps.</param>
    /// <param name="epsilon">Is added to the variance.</param>
    /// <param name="center">Whether beta is added.</param>
    /// <param name="scale">Whether gamma is multiplied.</param>
    /// <param name="beta_initializer">Null for zeros.</param>
    /// <param name="gamma_initializer">Null for ones.</param>
    /// <param name="moving_mean_initializer">Null for zeros.</param>
    /// <param name="moving_variance_initializer">Null for ones.</param>
    /// <param name="trainable">False freezes the layer: it normalises by its moving statistics in training, too.</param>
    /// <param name="name">Its name; null for <c>batch_normalization</c>, ...</param>
    /// <param name="renorm">Not supported; must be false.</param>
    /// <param name="renorm_momentum">Has no effect without <paramref name="renorm"/>.</param>
    ILayer BatchNormalization(
        int axis = -1, float momentum = 0.99f, float epsilon = 0.001f, bool center = true, bool scale = true,
        IInitializer? beta_initializer = null, IInitializer? gamma_initializer = null, IInitializer? moving_mean_initializer = null,
        IInitializer? moving_variance_initializer = null, bool trainable = true, string? name = null, bool renorm = false,
        float renorm_momentum = 0.99f);

    /// <summary>Takes each group of an example's channels to mean 0 and variance 1, then scales and shifts each channel (Wu and He,
    /// arXiv 1803.08494).</summary>
    /// <param name="groups">How many groups the channels make; -1 for one a channel.</param>
    /// <param name="epsilon">Is added to the variance.</param>
    /// <param name="center">Whether beta is added.</param>
    /// <param name="scale">Whether gamma is multiplied.</param>
    /// <param name="beta_initializer">Null for zeros.</param>
    /// <param name="gamma_initializer">Null for ones.</param>
    ILayer GroupNormalization(
        int groups = 32, float epsilon = 1e-3f, bool center = true, bool scale = true, IInitializer? beta_initializer = null,
        IInitializer? gamma_initializer = null);

    /// <summary>A layer whose kernel is divided by its largest singular value (Miyato et al., arXiv 1802.05957).</summary>
    /// <param name="layer">A Dense or a Conv2D.</param>
    /// <param name="power_iterations">In a training step.</param>
    /// <param name="name">Its name; null for <c>spectral_normalization</c>, ...</param>
    ILayer SpectralNormalization(ILayer layer, int power_iterations = 1, string? name = null);

    /// <summary>Takes each example's last axis to mean 0 and variance 1, then scales and shifts it (Ba et al., arXiv 1607.06450).</summary>
    /// <param name="axis">It must be the last; null for the last.</param>
    /// <param name="epsilon">Is added to the variance.</param>
    /// <param name="center">Whether beta is added.</param>
    /// <param name="scale">Whether gamma is multiplied.</param>
    /// <param name="beta_initializer">Null for zeros.</param>
    /// <param name="gamma_initializer">Null for ones.</param>
    ILayer LayerNormalization(
        Axis? axis = null, float epsilon = 1e-3f, bool center = true, bool scale = true, IInitializer? beta_initializer = null,
        IInitializer? gamma_initializer = null);
}
