using FashionGanTf.Conditions;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Models;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary><c>/api/words</c>: how a model understands a text.</summary>
/// <param name="models">The models.</param>
internal sealed class WordsEndpoint(ModelCatalogue models) : Endpoint
{
    private const int MostNear = 3;

    private static readonly Texts s_text = new("text", "The text.", 1);

    internal override string Path => "/api/words";

    internal override string Summary => "How a model that takes texts understands one: its words, and what is to be said of them.";

    internal override IReadOnlyList<Parameter> Parameters { get; } = [s_text, PictureParameters.Model];

    internal override IReadOnlyList<Answer> Answers { get; } = [Api.Answer.OfJson<Understood>("The words."), Api.Answer.Unavailable];

    protected override Task Answer(Query query, HttpContext context, CancellationToken stop)
    {
        var texts = s_text.Read(query);
        var source = PictureParameters.Model.Read(query) is null ? models.Drawing(gan => gan.Vocabulary is not null)
            : PictureParameters.ReadModel(query, models);
        if (texts.Count == 0)
            query.Refuse(s_text.Name, "is missing.");
        query.RequireRight();
        var vocabulary = ModelCatalogue.Require(source!).Gan.Vocabulary;
        if (vocabulary is null)
            query.Refuse(s_text.Name, Texts.NoWords($"the model '{source!.Name}'", models));
        query.RequireRight();
        return Reply.Json(context, Of(texts[0], vocabulary!), stop);
    }

    private static Understood Of(string text, Vocabulary vocabulary)
    {
        Word[] unknown = [.. vocabulary.UnknownOf(text)
            .Select(word => new Word(word, [.. NearestWords.Of(word, vocabulary).Take(MostNear)]))];
        try
        {
            var asked = vocabulary.Read(text);
            return new Understood([.. asked.Known], unknown, [.. asked.Notes(vocabulary)]);
        }
        catch (ArgumentException error)
        {
            return new Understood([], unknown, [error.Message]);
        }
    }

    /// <param name="Known">The words of the model that it says, in their order.</param>
    /// <param name="Unknown">Those that it does not know and leaves out.</param>
    /// <param name="Notes">What is to be said of the text, a sentence each: words that are left out or read as others, negations, that no
    /// garment is named, words that contradict each other, or why it cannot be drawn.</param>
    internal sealed record Understood(string[] Known, Word[] Unknown, string[] Notes);

    /// <param name="Text">A word that the model does not know.</param>
    /// <param name="Near">Known ones that are near, the nearest first.</param>
    internal sealed record Word(string Text, string[] Near);
}
