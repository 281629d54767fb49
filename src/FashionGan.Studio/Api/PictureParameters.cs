using System.Globalization;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Models;

namespace FashionGanTf.Studio.Api;

/// <summary>The parameters that all requests for pictures have in common.</summary>
internal static class PictureParameters
{
    internal static WholeNumber Scale { get; } =
        new("scale", "How many pixels a side of a drawn pixel has; not with raw.", 1, Enlargement.Most, 1);

    internal static WholeNumber Columns { get; } =
        new("columns", "Pictures side by side; with sheet only. Nearly square by default.", 1, 256, null);

    internal static DecimalNumber Truncation { get; } = new(
        "truncation", "How far the numbers of noise may lie from 0: less makes pictures plainer and more alike. No bound by default.",
        NormalTruncation.Least, NormalTruncation.Most);

    internal static Name Model { get; } = new("model", "The name of a model, as /api/models has it; the default one when it is not given.");

    internal static Name Class { get; } = new("class", "What to draw, of a model with classes.");

    /// <summary>The model that a request names.</summary>
    /// <returns>Null when there is none of the name, which is wrong.</returns>
    internal static ModelSource? ReadModel(Query query, ModelCatalogue models)
    {
        var name = Model.Read(query);
        var source = models.Find(name);
        if (source is null)
            query.Refuse(Model.Name, $"there is no model '{name}'; there are {string.Join(", ", models.Sources.Select(one => one.Name))}.");
        else if (Class.Read(query) is not null)
            query.Refuse(Class.Name, $"the model '{source.Name}' has no classes.");
        return source;
    }

    /// <summary>A number as addresses and tables have it.</summary>
    internal static string Text(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
