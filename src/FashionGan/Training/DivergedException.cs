namespace FashionGanTf.Training;

/// <summary>Training came to numbers that are not finite; the message is one line with the step, the losses and what to do.</summary>
/// <param name="message">What happened.</param>
public sealed class DivergedException(string message) : Exception(message);
