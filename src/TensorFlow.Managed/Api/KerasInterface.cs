namespace Tensorflow.Keras;

/// <summary>The root of Keras, <c>keras</c>. Each of its areas stands in a file of its own and hands out that area's factory.</summary>
public sealed partial class KerasInterface
{
    internal KerasInterface()
    {
    }
}
