using Tensorflow.NumPy;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Engine;

/// <content>Weights: the layer's own, and those of the layers inside.</content>
public abstract partial class Layer
{
    /// <summary>Changes whenever any layer gets a weight, a child or another <see cref="Trainable"/>,
    /// so that kept lists can tell that they are old.</summary>
    private static int s_structure;

    private readonly List<Layer> _children = [];
    private readonly List<ResourceVariable> _ownTrainable = [];
    private readonly List<ResourceVariable> _ownFixed = [];
    private readonly List<(ResourceVariable Weight, IRegularizer Cost)> _costs = [];
    private WeightLists? _lists;

    /// <inheritdoc/>
    public virtual List<IVariableV1> TrainableVariables => [.. Lists.Trainable];

    /// <inheritdoc/>
    public virtual List<IVariableV1> TrainableWeights => [.. Lists.Trainable];

    /// <inheritdoc/>
    public virtual List<IVariableV1> NonTrainableWeights => [.. Lists.Fixed];

    /// <inheritdoc/>
    public virtual List<IVariableV1> Weights => [.. Lists.All];

    /// <summary>What the weights of this layer and of those inside cost, by their regularizers, and then what their results cost in this
    /// thread's last call; scalars with gradients, which the model adds to its loss.</summary>
    public virtual List<Tensor> losses
    {
        get
        {
            var costs = new List<Tensor>();
            var layers = new HashSet<Layer>(ReferenceEqualityComparer.Instance);
            AddCosts(costs, layers);
            if (t_activityCosts is { } noted)
                costs.AddRange(noted.Where(cost => layers.Contains(cost.Layer)).Select(cost => cost.Cost));
            return costs;
        }
    }

    /// <summary>The layers inside, in the order in which they were registered.</summary>
    internal IReadOnlyList<Layer> Children => _children;

    /// <summary>The layer's own weights, trainable ones first.</summary>
    internal IEnumerable<ResourceVariable> OwnWeights => _ownTrainable.Concat(_ownFixed);

    /// <summary>All weights, gathered once and kept until some layer changes. Not to be changed.</summary>
    internal WeightLists Lists
    {
        get
        {
            if (_lists is { } lists && lists.Structure == s_structure)
                return lists;
            using var alone = s_building.EnterScope();
            return _lists = new WeightLists(s_structure, this);
        }
    }

    /// <inheritdoc/>
    public virtual void set_weights(IEnumerable<NDArray> weights)
    {
        NDArray[] values = [.. weights];
        var variables = Lists.All;
        if (values.Length != variables.Count)
            throw new ArgumentException($"{Description} has {variables.Count} weights; set_weights got {values.Length}.");
        for (var i = 0; i < values.Length; i++)
            if (values[i].shape != variables[i].shape)
                throw new ArgumentException($"{Description}: the weight {variables[i].Name} has the shape {variables[i].shape}; " +
                    $"set_weights got {values[i].shape} for it.");

        using var scope = TensorScope.Begin();
        using var together = VariableSnapshot.Postpone();
        for (var i = 0; i < values.Length; i++)
            variables[i].assign(Cast.Apply(values[i], variables[i].dtype));
    }

    /// <inheritdoc/>
    public virtual List<NDArray> get_weights()
    {
        using var snapshot = VariableSnapshot.Take(Lists.All);
        return [.. Lists.All.Select(variable => variable.numpy())];
    }

    /// <inheritdoc/>
    public virtual int count_params() => checked((int)Lists.All.Sum(variable => variable.shape.size));

    /// <summary>Makes a weight of this layer; called in <see cref="build"/>.</summary>
    /// <param name="name">Its name within the layer: <c>kernel</c>.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="initializer">Gives the value it starts with; null for Glorot's uniform one.</param>
    /// <param name="trainable">False for state that gradients do not change, as moving statistics.</param>
    /// <param name="regularizer">What it costs; null for nothing.</param>
    /// <param name="constraint">What it keeps to; null for nothing.</param>
    protected virtual IVariableV1 add_weight(
        string name, Shape shape, TF_DataType dtype = TF_DataType.TF_FLOAT, IInitializer? initializer = null, bool trainable = true,
        IRegularizer? regularizer = null, IConstraint? constraint = null) =>
        AddWeight(name, shape, dtype, initializer, trainable, regularizer, constraint);

    /// <inheritdoc cref="add_weight"/>
    private protected ResourceVariable AddWeight(
        string name, Shape shape, TF_DataType dtype = TF_DataType.TF_FLOAT, IInitializer? initializer = null, bool trainable = true,
        IRegularizer? regularizer = null, IConstraint? constraint = null)
    {
        // The value it starts with is copied into the variable, and need not wait for the garbage collector.
        using var scope = TensorScope.Begin();
        var value = (initializer ?? KerasApi.keras.initializers.GlorotUniform()).Apply(shape, dtype);
        if (value.shape != shape)
            throw new ArgumentException($"{Description}: the initializer of '{name}' gave the shape {value.shape}; {shape} is needed.");
        var variable = new ResourceVariable(value, trainable, $"{Name}/{name}");
        if (constraint is not null)
            variable.Constraint = constraint.Apply;
        if (regularizer is not null)
            _costs.Add((variable, regularizer));
        (trainable ? _ownTrainable : _ownFixed).Add(variable);
        StructureChanged();
        return variable;
    }

    /// <summary>Registers layers that this one applies, so that their weights count as its own.</summary>
    protected void StackLayers(params ILayer[] layers)
    {
        foreach (var layer in layers)
            Track(From(layer));
    }

    internal static Layer From(ILayer layer) =>
        layer as Layer
        ?? throw new ArgumentException($"'{layer.Name}' ({layer.GetType().Name}) is no layer of this runtime: derive it from Layer.");

    private protected void Track(Layer layer)
    {
        if (_children.Contains(layer))
            return;
        _children.Add(layer);
        StructureChanged();
    }

    private protected void Untrack(Layer layer)
    {
        _children.Remove(layer);
        StructureChanged();
    }

    private void AddCosts(List<Tensor> costs, HashSet<Layer> visited)
    {
        // A layer that two others share costs once.
        if (!visited.Add(this))
            return;
        foreach (var (weight, cost) in _costs)
            costs.Add(cost.Apply(new RegularizerArgs(weight.AsTensor())));
        foreach (var layer in _children)
            layer.AddCosts(costs, visited);
    }

    private protected static void StructureChanged() => Interlocked.Increment(ref s_structure);
}
