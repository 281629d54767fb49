using FashionGanTf.Models;
using Tensorflow;
using Tensorflow.Keras.Engine;

namespace FashionGanTf.Training;

/// <summary>
/// The variables of a model in training, under names that say what they are: <c>generator/dense/kernel</c>, <c>g_optimizer/iter</c>,
/// <c>g_optimizer/dense/kernel/m</c>, with a moving average <c>g_average/dense/kernel</c>, and with ADA
/// <c>augment/probability</c>.
/// </summary>
internal static class CheckpointVariables
{
    internal static List<(string Name, ResourceVariable Variable)> Of(FashionGan gan)
    {
        var list = new List<(string, ResourceVariable)>();
        Add(list, "generator", gan.Generator, "g_optimizer", gan.GeneratorOptimizer);
        Add(list, "discriminator", gan.Discriminator, "d_optimizer", gan.DiscriminatorOptimizer);
        if (gan.GeneratorAverage is { } average)
            foreach (var (name, variable) in gan.Generator.named_weights.Where(item => item.Variable.Trainable))
                list.Add(($"g_average/{name}", average.average(variable)));
        if (gan.AugmentStrength is { } strength)
            list.Add(("augment/probability", strength.Probability));
        return list;
    }

    private static void Add(List<(string, ResourceVariable)> list, string network, Model model, string player, IOptimizer optimizer)
    {
        foreach (var (name, variable) in model.named_weights)
            list.Add(($"{network}/{name}", variable));

        // Before the first step there are no moments yet; they are zero.
        optimizer.build(model.TrainableVariables);
        var names = new Dictionary<IVariableV1, string>(ReferenceEqualityComparer.Instance);
        foreach (var (name, variable) in model.named_weights)
            names.Add(variable, name);
        var trained = model.TrainableVariables;
        var moments = (optimizer.variables.Count - 1) / trained.Count;
        list.Add(($"{player}/iter", optimizer.variables[0]));
        for (var i = 1; i < optimizer.variables.Count; i++)
        {
            var moment = optimizer.variables[i].Name.Split('/')[^1].Split(':')[0];
            list.Add(($"{player}/{names[trained[(i - 1) / moments]]}/{moment}", optimizer.variables[i]));
        }
    }
}
