namespace Tensorflow.Gradients;

/// <summary>
/// How a gradient travels back through one operation: from that of its output to those of its inputs. It is written with operations that
/// have gradients themselves, so that a tape around the tape gives second derivatives.
/// </summary>
/// <param name="dy">The gradient of the output, of the output's shape.</param>
/// <param name="needed">For each input, whether a source that was asked for depends on it; the others need no result.</param>
/// <returns>The gradient of each input, of its shape; null where it was not needed or there is none.</returns>
internal delegate Tensor?[] GradientFunction(Tensor dy, ReadOnlySpan<bool> needed);

/// <summary>One operation that a tape saw.</summary>
/// <param name="Operation">Its name.</param>
/// <param name="Output">What it gave.</param>
/// <param name="Inputs">The tensors that it took.</param>
/// <param name="Gradient">The way back.</param>
/// <param name="Details">What it was told beside its inputs, such as strides or an axis, for those who write a model's operations to a
/// file; null where the shapes say everything.</param>
internal sealed record TapeRecord(string Operation, Tensor Output, Tensor[] Inputs, GradientFunction Gradient, object? Details);
