using System.Globalization;
using FashionGanTf.Conditions;
using FashionGanTf.Generation;
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

    internal static Choice Enlarge { get; } =
        new("enlarge", "How: in squares, or resampled by Lanczos' windowed sinc; not with raw.", "crisp", "smooth");

    internal static Choice Ground { get; } = new("ground",
        "What clothes stand on: black as they are drawn, white, nothing, or all values inverted; not with raw.",
        "black", "white", "transparent", "inverted");

    internal static WholeNumber Gap { get; } = new("gap", "Pixels between two pictures; with sheet only.", 0, Finish.MostGap, 0);

    internal static Choice Labels { get; } =
        new("labels", "Whether each picture's recipe stands below it; with sheet only.", "none", "recipe");

    internal static WholeNumber Columns { get; } =
        new("columns", "Pictures side by side; with sheet only. Nearly square by default.", 1, 256, null);

    internal static DecimalNumber Truncation { get; } = new(
        "truncation", "How far the numbers of noise may lie from 0: less makes pictures plainer and more alike, but not a StyleGAN's, " +
            "which has psi. No bound by default.",
        NormalTruncation.Least, NormalTruncation.Most);

    internal static DecimalNumber Psi { get; } = new("psi",
        "Truncation in w, of models that can do psi: what is left of w's distance from its average; less makes pictures plainer and more " +
        "alike. All of it by default.", 0, Manner.MostPsi);

    internal static WholeNumber NoiseSeed { get; } = new("noise_seed", "The noise of the maps, of models that can do noise: it changes " +
        "details only. That which is kept with the weights by default.", 0, int.MaxValue, null);

    /// <summary>Those that say how pictures go into a file.</summary>
    internal static IReadOnlyList<Parameter> OfFinish { get; } = [Scale, Enlarge, Ground, Gap, Labels];

    /// <summary>Those that say how pictures are drawn, whichever they are.</summary>
    internal static IReadOnlyList<Parameter> OfManner { get; } = [Truncation, Psi, NoiseSeed];

    internal static Name Model { get; } = new("model",
        "The name of a model, as /api/models has it. Where it is not given, the default one; " +
        "where that does not know the class or the text that is asked for, one that does.");

    /// <summary>For requests that name pictures: what they are where they do not say it.</summary>
    internal static Classes Class { get; } = new("class", "What a picture is whose recipe does not say it; of a model with classes.", 1);

    /// <summary>For requests for pictures of a seed.</summary>
    internal static Classes Classes { get; } = new("class", "What to draw, of a model with classes. Given several times: as many " +
        "pictures of each, class after class. Where it is not given, pictures take turns.", ClassNames.Most);

    /// <summary>For requests for pictures of a seed, instead of <see cref="Classes"/>.</summary>
    internal static Texts Texts { get; } = new("text", "What to draw in words, of a model that takes texts. Given several times: as many " +
        "pictures of each, text after text. Where it is not given, captions of its training take turns.", MostTexts);

    private const int MostTexts = 16;

    /// <summary>Readers of documents enlarge pictures softly; so large, their pixels stay square.</summary>
    private const int DocumentScale = 8;

    /// <summary>The model that a request names; where it names none, one that can draw what it asks for.</summary>
    /// <param name="query">The request.</param>
    /// <param name="models">The models.</param>
    /// <param name="recipes">What it asks for.</param>
    /// <returns>Null when there is none of the name, which is wrong.</returns>
    internal static ModelSource? ReadModel(Query query, ModelCatalogue models, IReadOnlyList<Recipe> recipes)
    {
        var asked = recipes.SelectMany(recipe => recipe.Asked).ToHashSet();
        return Model.Read(query) is null && asked.Count > 0 ? models.Drawing(gan => asked.All(gan.Knows)) : ReadModel(query, models);
    }

    /// <summary>The model that a request names, or the default one.</summary>
    /// <returns>Null when there is none of the name, which is wrong.</returns>
    internal static ModelSource? ReadModel(Query query, ModelCatalogue models)
    {
        var name = Model.Read(query);
        var source = models.Find(name);
        if (source is null)
            query.Refuse(Model.Name, $"there is no model '{name}'; there are " +
                $"{string.Join(", ", models.Sources.Concat(models.OfRuns()).Select(one => one.Name))}.");
        return source;
    }

    /// <summary>How pictures are to be drawn.</summary>
    internal static Manner ReadManner(Query query) => new(Truncation.Read(query), Psi.Read(query), NoiseSeed.Read(query));

    /// <summary>How they are to go into a file.</summary>
    internal static Finish ReadFinish(Query query) => new(Scale.Read(query)!.Value, Enlarge.Read(query) == "smooth",
        Enum.Parse<Ground>(Ground.Read(query), ignoreCase: true), Gap.Read(query)!.Value, Labels.Read(query) == "recipe");

    /// <summary>What clothes stand on, in pictures that are not enlarged pixel by pixel: a document enlarges them itself.</summary>
    internal static Finish ReadGround(Query query) =>
        new(DocumentScale, Ground: Enum.Parse<Ground>(Ground.Read(query), ignoreCase: true));

    /// <summary>The first parameter of a finish that a request has.</summary>
    internal static Parameter FirstOfFinish(Query query) => OfFinish.First(query.Has);

    /// <summary>Refuses what a model cannot do.</summary>
    internal static void RequireFit(Query query, StudioModel model, Manner manner)
    {
        Require(Psi, new Manner(Psi: manner.Psi));
        Require(NoiseSeed, new Manner(NoiseSeed: manner.NoiseSeed));

        void Require(Parameter parameter, Manner part)
        {
            try
            {
                model.Gan.Require(part);
            }
            catch (ArgumentException error)
            {
                query.Refuse(parameter.Name, error.Message);
            }
        }
    }

    /// <summary>Refuses classes and texts that a model does not know, in a request for pictures of a seed.</summary>
    internal static void RequireKnown(Query query, StudioModel model, ModelCatalogue models)
    {
        Classes.RequireKnown(query, model.Gan.Classes);
        Texts.RequireKnown(query, model.Gan.Vocabulary, models);
    }

    /// <summary>Pictures of a seed, see <see cref="SeedRecipe.Range(int, int, int, IReadOnlyList{string})"/>; none where the count has not
    /// one for each class, which is wrong.</summary>
    internal static IReadOnlyList<Recipe> OfSeed(Query query, Parameter countParameter, int seed, int first, int count)
    {
        IReadOnlyList<string> classes = Classes.Read(query), texts = Texts.Read(query);
        if (query.Has(Classes) && query.Has(Texts))
            query.Refuse(Texts.Name, "does not go with class; a model knows one of them.");
        if (count < classes.Count + texts.Count)
            query.Refuse(countParameter.Name,
                $"{count} is less than a picture of each of {classes.Count + texts.Count} {(texts.Count > 0 ? "texts" : "classes")}.");
        else if (texts.Count > 0)
            return [.. SeedRecipe.Range(seed, first, count, texts)];
        else if (classes.All(name => name.Any(char.IsLetterOrDigit)))
            return [.. SeedRecipe.Range(seed, first, count, classes)];
        return [];
    }

    /// <summary>A picture, of the class that the request names where the picture does not say one.</summary>
    internal static Recipe OfClass(Query query, Recipe recipe) =>
        query.All(Class) is [{ } name] && name.Any(char.IsLetterOrDigit) ? recipe.OfClass(name) : recipe;

    /// <summary>A number as addresses and tables have it.</summary>
    internal static string Text(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
