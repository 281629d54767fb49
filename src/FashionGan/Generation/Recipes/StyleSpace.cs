using FashionGanTf.Generation.Directions;

namespace FashionGanTf.Generation.Recipes;

/// <summary>What a generator that has w makes recipes' styles from.</summary>
/// <param name="Rows">How many rows of w it takes.</param>
/// <param name="W">w of a picture of a seed.</param>
/// <param name="Directions">Its directions.</param>
internal sealed record StyleSpace(int Rows, Func<SeedRecipe, float[]> W, ModelDirections Directions);
