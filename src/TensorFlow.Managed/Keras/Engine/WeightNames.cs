namespace Tensorflow.Keras.Engine;

/// <summary>
/// The names that weights have in files: the way from the model to the layer, then the weight, as <c>generator/dense/kernel</c>. Layers
/// without a given name are numbered within their model, so that a model made again, in any process, has the same names.
/// </summary>
internal static class WeightNames
{
    /// <summary>Each weight once, in the order of <see cref="Layer.Weights"/>, under a name that no other has.</summary>
    internal static List<(string Name, ResourceVariable Variable)> Of(Layer model)
    {
        var list = new List<(string, ResourceVariable)>();
        Gather(model, "", list, []);
        return list;
    }

    private static void Gather(Layer layer, string path, List<(string, ResourceVariable)> list, HashSet<ResourceVariable> seen)
    {
        var own = new HashSet<string>();
        foreach (var variable in layer.OwnWeights)
        {
            // The variable is called layer/weight:0.
            var name = variable.Name[(layer.Name.Length + 1)..^2];
            if (seen.Add(variable))
                list.Add((path + Unused(name, own), variable));
        }

        foreach (var child in layer.Children)
            if (child.NameIsGiven)
                own.Add(child.Name);
        var given = new HashSet<string>();
        foreach (var child in layer.Children)
        {
            var name = child.NameIsGiven ? Unused(child.Name, given) : Unused(child.Kind, own);
            Gather(child, $"{path}{name}/", list, seen);
        }
    }

    private static string Unused(string name, HashSet<string> used)
    {
        var count = 0;
        while (!used.Add(LayerNames.Numbered(name, count)))
            count++;
        return LayerNames.Numbered(name, count);
    }
}
