namespace FashionGanTf.Benchmarks.Profiling;

/// <summary>What one kind of device call takes in a step.</summary>
/// <param name="Operation">Who asks: an operation, or what stands outside of operations, as an optimizer.</param>
/// <param name="Pass">forward, gradient, or data for what another thread does meanwhile.</param>
/// <param name="Call">The device call.</param>
/// <param name="Sizes">Its sizes.</param>
/// <param name="Calls">How many a step.</param>
/// <param name="Ms">Milliseconds a step.</param>
/// <param name="Share">Of the step's time; another thread's is no part of it.</param>
/// <param name="Gflops">Useful GFLOP/s, where it is a product.</param>
internal sealed record OperationTime(
    string Operation, string Pass, string Call, string Sizes, double Calls, double Ms, double Share, double? Gflops);
