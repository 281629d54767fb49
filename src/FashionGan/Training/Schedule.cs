namespace FashionGanTf.Training;

/// <summary>A number that changes while a training sees pictures: from one to another along half a cosine, as R3GAN's learning rate, beta2
/// and penalties do (Huang et al., The GAN is dead; long live the GAN!, 2024, appendix), and then stays.</summary>
/// <param name="Base">What it begins with.</param>
/// <param name="Final">What it ends with.</param>
/// <param name="Over">After how many pictures; at least 1.</param>
public readonly record struct Schedule(double Base, double Final, long Over)
{
    /// <summary>What it is when so many pictures have been seen.</summary>
    public double At(long pictures) =>
        Final + (Base - Final) * (1 + Math.Cos(Math.PI * Math.Min((double)pictures / Over, 1))) / 2;
}
