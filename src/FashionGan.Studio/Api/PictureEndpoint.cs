using FashionGanTf.Generation.Recipes;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Api.Replies;
using FashionGanTf.Studio.Drawing;
using FashionGanTf.Studio.Http;
using FashionGanTf.Studio.Models;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary>Requests for pictures: they differ in what is drawn, not in how it comes back.</summary>
internal abstract class PictureEndpoint : Endpoint
{
    private readonly ModelCatalogue _models;
    private readonly Painter _painter;
    private readonly PictureReply[] _replies;
    private readonly Choice _format;
    private readonly Recipes[] _named;
    private readonly Classes _class;

    /// <summary>An endpoint for pictures.</summary>
    /// <param name="models">The models.</param>
    /// <param name="painter">Draws.</param>
    /// <param name="replies">The ways to answer, the standard one first.</param>
    /// <param name="own">The parameters that say what is drawn.</param>
    /// <param name="class">The parameter that says of which class.</param>
    protected PictureEndpoint(ModelCatalogue models, Painter painter, PictureReply[] replies, Parameter[] own, Classes @class)
    {
        (_models, _painter, _replies, _named, _class) = (models, painter, replies, [.. own.OfType<Recipes>()], @class);
        _format = new Choice("format", "What comes back.", [.. replies.Select(reply => reply.Format)]);
        Parameters = [.. own, .. PictureParameters.OfManner, .. PictureParameters.OfFinish, PictureParameters.Columns,
            PictureParameters.Model, _class, _format];
        Answers =
        [
            .. replies.Select(reply => reply.Answer).DistinctBy(answer => answer.ContentType),
            Api.Answer.NotModified, Api.Answer.Busy, Api.Answer.Unavailable,
        ];
    }

    internal sealed override IReadOnlyList<Parameter> Parameters { get; }

    internal sealed override IReadOnlyList<Answer> Answers { get; }

    /// <summary>What is drawn; anything where something is wrong, which is said to the query.</summary>
    protected abstract IReadOnlyList<Recipe> ReadRecipes(Query query, PictureReply reply);

    /// <summary>The parameter that says how many pictures.</summary>
    protected abstract string CountName(Query query);

    /// <summary>Whether the last picture leads to the first.</summary>
    protected virtual bool IsLoop(Query query) => false;

    /// <summary>Milliseconds that a frame is shown.</summary>
    protected virtual int ReadDelay(Query query, PictureReply reply) => 0;

    protected sealed override async Task Answer(Query query, HttpContext context, CancellationToken stop)
    {
        var format = _format.Read(query);
        var reply = _replies.Single(one => one.Format == format);
        var recipes = ReadRecipes(query, reply);
        var (manner, finish, columns) =
            (PictureParameters.ReadManner(query), PictureParameters.ReadFinish(query), PictureParameters.Columns.Read(query));
        var (delay, isLoop) = (ReadDelay(query, reply), IsLoop(query));
        var source = PictureParameters.ReadModel(query, _models, recipes);
        query.RequireRight();

        var model = ModelCatalogue.Require(source!);
        RequireKnown(query, model);
        PictureParameters.RequireFit(query, model, manner);
        query.RequireRight();
        var order = new PictureOrder(model, [.. recipes.Select(model.Gan.InWords)], manner, finish, columns, delay, isLoop);
        reply.Check(query, order, CountName(query));
        query.RequireRight();
        if (!EntityTag.IsKnown(context, model.Fingerprint))
            await reply.Write(context, order, _painter, stop);
    }

    private void RequireKnown(Query query, StudioModel model)
    {
        foreach (var parameter in _named)
            parameter.RequireFit(query, model.Gan);
        _class.RequireKnown(query, model.Gan.Classes);
        if (Parameters.Contains(PictureParameters.Texts))
            PictureParameters.Texts.RequireKnown(query, model.Gan.Vocabulary, _models);
        query.RequireRight();
    }
}
