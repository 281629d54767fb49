using FashionGanTf.Studio.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FashionGanTf.Studio.Api.Parameters;

/// <summary>The parameters of one request; what is wrong with them is gathered, and told all at once.</summary>
internal sealed class Query
{
    private readonly IQueryCollection _values;
    private readonly Dictionary<string, List<string>> _errors = [];

    /// <summary>A request's parameters; those that nobody knows are wrong.</summary>
    /// <param name="values">What the address has.</param>
    /// <param name="known">What it may have.</param>
    internal Query(IQueryCollection values, IReadOnlyList<Parameter> known)
    {
        _values = values;
        foreach (var name in values.Keys)
            if (!known.Any(parameter => parameter.Name == name))
                Refuse(name, known switch
                {
                    [] => "there are no parameters here.",
                    [var only] => $"there is no such parameter; the only one is {only.Name}.",
                    _ => $"there is no such parameter; there are {string.Join(", ", known.Select(parameter => parameter.Name))}.",
                });
    }

    /// <summary>Whether the request has it.</summary>
    internal bool Has(Parameter parameter) => _values.ContainsKey(parameter.Name);

    /// <summary>All values of a parameter.</summary>
    internal StringValues All(Parameter parameter) => _values[parameter.Name];

    /// <summary>The value of a parameter; null when there is none, or more than one, which is wrong.</summary>
    internal string? Text(Parameter parameter)
    {
        var values = All(parameter);
        if (values.Count > 1)
            Refuse(parameter.Name, $"is given {values.Count} times.");
        return values.Count == 1 ? values[0] ?? "" : null;
    }

    /// <summary>Says what is wrong with a parameter.</summary>
    internal void Refuse(string name, string error)
    {
        if (!_errors.TryGetValue(name, out var errors))
            _errors[name] = errors = [];
        errors.Add(error);
    }

    /// <summary>Goes on only if nothing is wrong.</summary>
    /// <exception cref="ProblemException">Something is; it tells all.</exception>
    internal void RequireRight()
    {
        if (_errors.Count > 0)
            throw ProblemException.Wrong(_errors.ToDictionary(field => field.Key, field => field.Value.ToArray()));
    }
}
