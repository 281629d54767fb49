namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a dense layer can be told.</summary>
public class DenseArgs : LayerArgs
{
    /// <summary>The size of the result's last axis.</summary>
    public int Units { get; set; }

    /// <summary>What it ends with; null for nothing.</summary>
    public Activation? Activation { get; set; }

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>The kernel's start, (in, units); null for Glorot's uniform one.</summary>
    public IInitializer? KernelInitializer { get; set; }

    /// <summary>The bias' start; null for zeros.</summary>
    public IInitializer? BiasInitializer { get; set; }

    /// <summary>What the kernel costs; null for nothing.</summary>
    public IRegularizer? KernelRegularizer { get; set; }

    /// <summary>What the bias costs; null for nothing.</summary>
    public IRegularizer? BiasRegularizer { get; set; }

    /// <summary>What the result costs, divided by the number of examples; null for nothing.</summary>
    public IRegularizer? ActivityRegularizer { get; set; }

    /// <summary>What the kernel keeps to; null for nothing.</summary>
    public IConstraint? KernelConstraint { get; set; }

    /// <summary>What the bias keeps to; null for nothing.</summary>
    public IConstraint? BiasConstraint { get; set; }
}
