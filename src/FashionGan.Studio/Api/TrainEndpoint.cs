using System.Globalization;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Http;
using FashionGanTf.Studio.Runs;
using FashionGanTf.Training;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary><c>/api/run/train</c>: begins a run, or goes on with one, as <c>train</c> does.</summary>
/// <param name="options">Where runs lie, and what is trained on.</param>
/// <param name="runs">The runs.</param>
/// <param name="trainer">Trains.</param>
internal sealed class TrainEndpoint(StudioOptions options, RunCatalogue runs, RunTrainer trainer) : Endpoint
{
    private const int MostEpochs = 10_000;

    private static readonly Choice s_start =
        new("start", "new begins a run where there is none; resume goes on from the newest checkpoint.", "new", "resume");

    private static readonly WholeNumber s_epochs =
        new("epochs", "Passes over the training pictures; a run that goes on keeps what it has.", 1, MostEpochs, null);

    private static readonly Choice s_network = new("network", "The networks of a new run.",
        [.. TrainingOption.All.Single(option => option.Name == "--network").Choices]);
    private static readonly Choice s_conditional = new("conditional", "Whether a new run learns classes.", "no", "yes");

    private static readonly WholeNumber s_limit =
        new("limit", "Trains a new run on the first so many pictures only, at least those of a step; all by default.",
            new TrainingOptions().BatchSize, int.MaxValue, null);

    private static readonly WholeNumber s_seed = new("seed", "What all random numbers of a new run follow from.", 0, int.MaxValue, null);

    internal override string Path => "/api/run/train";

    internal override bool IsAction => true;

    internal override string Summary => "Begins a run, or goes on with one, in a process of its own; one at a time.";

    internal override IReadOnlyList<Parameter> Parameters { get; } =
        [RunEndpoint.Run, s_start, s_epochs, s_network, s_conditional, s_limit, s_seed];

    internal override IReadOnlyList<Answer> Answers { get; } =
        [Api.Answer.OfJson<TrainerStatus>("What is trained now."), Api.Answer.Conflict, Api.Answer.Missing, Api.Answer.Unavailable];

    protected override Task Answer(Query query, HttpContext context, CancellationToken stop)
    {
        var (name, start, epochs, network, conditional, limit, seed) = (RunEndpoint.Run.Read(query), s_start.Read(query),
            s_epochs.Read(query), s_network.Read(query), s_conditional.Read(query), s_limit.Read(query), s_seed.Read(query));
        query.RequireRight();
        RunEndpoint.RequireAny(runs);
        var run = runs.Find(name) ?? NewRun(name);
        List<string> arguments = ["--out", System.IO.Path.GetFullPath(run.Root)];
        if (start == "resume")
        {
            if (!run.HasBegun)
                throw ProblemException.Conflict($"{run.Name} has not begun; there is nothing to go on with.");
            arguments.Add("--resume");
        }
        else
        {
            if (run.HasBegun)
                throw ProblemException.Conflict($"There is a run {run.Name} already; go on with it, or give the new one another name.");
            arguments.AddRange(["--network", network]);
            if (conditional == "yes")
                arguments.Add("--conditional");
            if (options.Data is { } data)
                arguments.AddRange(["--data", data]);
            Add("--limit", limit);
            Add("--seed", seed);
        }

        Add("--epochs", epochs);
        trainer.Start(run.Name, arguments);
        return Reply.Json(context, trainer.Status, stop);

        void Add(string option, int? value)
        {
            if (value is { } number)
                arguments.AddRange([option, number.ToString(CultureInfo.InvariantCulture)]);
        }
    }

    private WatchedRun NewRun(string? name)
    {
        if (options.Runs is null)
            throw ProblemException.NotFound($"There is no run '{name}', and no folder for new ones; start serve with --runs.");
        if (name is null or "" || name.Length > 60 || name[0] == '.' || !name.All(c => char.IsAsciiLetterOrDigit(c) || "-_.".Contains(c)))
            throw ProblemException.Wrong(new Dictionary<string, string[]>
            {
                [RunEndpoint.Run.Name] = ["a new run needs a name of at most 60 letters, digits, hyphens, underscores and dots, " +
                    "the first of which is no dot."],
            });
        return new WatchedRun(System.IO.Path.Combine(options.Runs, name));
    }
}
