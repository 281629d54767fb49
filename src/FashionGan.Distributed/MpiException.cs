namespace FashionGanTf.Distributed;

/// <summary>MPI is missing, or a call of it failed; the message is one line.</summary>
public sealed class MpiException(string message) : IOException(message);
