namespace FashionGanTf.Conditions;

/// <summary>What a model can be asked for, a class or a text, and the row of numbers that its networks take for it.</summary>
public interface IConditions
{
    /// <summary>How many numbers a condition has; 0 where nothing can be asked for.</summary>
    int Size { get; }

    /// <summary>The condition of what is asked for.</summary>
    /// <param name="asked">As recipes write it, or as people do.</param>
    /// <returns><see cref="Size"/> numbers.</returns>
    /// <exception cref="ArgumentException">The model does not know it; the message is one line that says what it knows.</exception>
    float[] Of(string asked);

    /// <summary>What is drawn where nobody says it: requests take turns, so that all are drawn as often, give or take one.</summary>
    /// <param name="picture">The picture's number, from 0.</param>
    string InTurn(long picture);
}
