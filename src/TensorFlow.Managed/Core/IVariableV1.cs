using Tensorflow.NumPy;

namespace Tensorflow;

/// <summary>A tensor that can be assigned to: a weight, a moving statistic, an optimizer's moment.</summary>
public interface IVariableV1
{
    /// <summary>The variable's name, as <c>dense/kernel:0</c>.</summary>
    string Name { get; }

    /// <summary>The shape; assignment does not change it.</summary>
    Shape shape { get; }

    /// <summary>The element type.</summary>
    TF_DataType dtype { get; }

    /// <summary>True when training changes it, and when tapes watch it by themselves.</summary>
    bool Trainable { get; }

    /// <summary>The value now; later assignments do not change the tensor that is returned.</summary>
    Tensor AsTensor();

    /// <summary>The value now as an array.</summary>
    NDArray numpy();

    /// <summary>Replaces the value.</summary>
    /// <returns>The variable itself.</returns>
    /// <exception cref="ArgumentException">Shape or type differ.</exception>
    IVariableV1 assign(Tensor value);
}
