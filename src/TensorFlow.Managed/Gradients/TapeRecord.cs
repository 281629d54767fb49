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
internal sealed record TapeRecord(string Operation, Tensor Output, Tensor[] Inputs, GradientFunction Gradient);
