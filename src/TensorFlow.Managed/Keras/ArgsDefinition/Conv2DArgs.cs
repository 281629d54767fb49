namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a convolution, or its transpose, can be told.</summary>
public class Conv2DArgs : LayerArgs
{
    /// <summary>The number of channels it gives.</summary>
    public int Filters { get; set; }

    /// <summary>One number or (height, width).</summary>
    public Shape KernelSize { get; set; } = (5, 5);

    /// <summary>One number or (height, width).</summary>
    public Shape Strides { get; set; } = 1;

    /// <summary><c>valid</c> or <c>same</c>.</summary>
    public string Padding { get; set; } = "valid";

    /// <summary>null or <c>channels_last</c>.</summary>
    public string? DataFormat { get; set; }

    /// <summary>The distance between the kernel's taps.</summary>
    public Shape DilationRate { get; set; } = 1;

    /// <summary>In how many groups the channels are convolved, each by itself.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>What it ends with; null for nothing.</summary>
    public Activation? Activation { get; set; }

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>The kernel's start; null for Glorot's uniform one.</summary>
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
