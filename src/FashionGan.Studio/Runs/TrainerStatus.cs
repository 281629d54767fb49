namespace FashionGanTf.Studio.Runs;

/// <summary>What a studio trains.</summary>
/// <param name="Training">The name of the run that a training of this studio is at; null while there is none.</param>
/// <param name="Failed">The name of the run whose training failed last; null when the last one did not.</param>
/// <param name="Failure">What it said.</param>
internal sealed record TrainerStatus(string? Training, string? Failed, string? Failure);
