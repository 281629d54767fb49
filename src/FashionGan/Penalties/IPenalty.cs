using Tensorflow;

namespace FashionGanTf.Penalties;

/// <summary>
/// What a discriminator pays for its slope: a scalar to add to its loss, on the same tape. To the pictures it is differentiated by a tape
/// of its own inside that one, so the outer tape's gradient reaches every weight that the slope depends on. A penalty that is taken only
/// every k-th step is multiplied by k (Karras et al., Analyzing and Improving the Image Quality of StyleGAN, 2020).
/// </summary>
public interface IPenalty
{
    /// <summary>The penalty, already multiplied by its weight.</summary>
    /// <param name="slope">The discriminator's, wherever it is asked for.</param>
    /// <param name="real">Real pictures, (N, H, W, C).</param>
    /// <param name="fake">Drawn pictures, (N, H, W, C).</param>
    Tensor Apply(InputGradient slope, Tensor real, Tensor fake);
}
