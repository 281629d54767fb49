namespace FashionGanTf.Datasets.Sources;

/// <summary>A row of a parquet file.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Group">The number of its row group.</param>
/// <param name="Index">Its place in that.</param>
/// <param name="Class">The name of its class; null where it has no label.</param>
/// <param name="Why">Why it has no picture; null where it has one.</param>
internal sealed record ParquetRow(string Name, int Group, int Index, string? Class, string? Why);
