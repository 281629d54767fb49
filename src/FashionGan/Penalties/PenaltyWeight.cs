namespace FashionGanTf.Penalties;

/// <summary>Checks what penalties are told.</summary>
internal static class PenaltyWeight
{
    /// <exception cref="ArgumentOutOfRangeException">The weight is negative or no finite number.</exception>
    internal static float Checked(string penalty, string name, float weight) => weight >= 0 && float.IsFinite(weight)
        ? weight
        : throw new ArgumentOutOfRangeException(name, $"{penalty}: {name} must be a number of at least 0; it is {weight}.");
}
