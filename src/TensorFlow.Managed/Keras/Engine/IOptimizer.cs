using Tensorflow.Keras.Optimizers;

namespace Tensorflow.Keras.Engine;

/// <summary>Changes weights by their gradients.</summary>
public interface IOptimizer
{
    /// <summary>The optimizer's name, which its variables' names begin with.</summary>
    string Name { get; }

    /// <summary>The step size; may be changed between steps.</summary>
    /// <exception cref="ArgumentException">It is negative or not a finite number.</exception>
    float learning_rate { get; set; }

    /// <summary>Sets <see cref="learning_rate"/> before each step; null for one that stays as it was set. It goes by
    /// <see cref="iterations"/>, which a checkpoint holds.</summary>
    LearningRateSchedule? learning_rate_schedule { get; set; }

    /// <summary>How long each gradient may be: longer ones are shortened; null for any length.</summary>
    /// <exception cref="ArgumentException">It is not a finite number above 0, or another limit is set.</exception>
    float? clipnorm { get; set; }

    /// <summary>How large each number of a gradient may be, up and down; null for any size.</summary>
    /// <inheritdoc cref="clipnorm"/>
    float? clipvalue { get; set; }

    /// <summary>How long all gradients together may be, as one vector; null for any length.</summary>
    /// <inheritdoc cref="clipnorm"/>
    float? global_clipnorm { get; set; }

    /// <summary>Before each step a weight loses this times the step size of itself; 0 for nothing.</summary>
    /// <exception cref="ArgumentException">It is negative or not a finite number.</exception>
    float weight_decay { get; set; }

    /// <summary>How many steps were made.</summary>
    long iterations { get; }

    /// <summary>
    /// What a checkpoint holds: the number of steps, then the moments of each weight in the order in which the optimizer met the weights.
    /// Their names say what they are: <c>Adam/iter:0</c>, <c>Adam/dense/kernel/m:0</c>.
    /// </summary>
    IReadOnlyList<ResourceVariable> variables { get; }

    /// <summary>Makes the moments of these weights, all zero, unless they are there;
    /// a checkpoint can be read into <see cref="variables"/> then.</summary>
    void build(IEnumerable<IVariableV1> var_list);

    /// <summary>Makes one step for one weight.</summary>
    /// <inheritdoc cref="apply_gradients(IEnumerable{ValueTuple{Tensor, IVariableV1}}, string, bool)"/>
    void apply_gradients((Tensor, IVariableV1) grads_and_vars, string? name = null, bool experimental_aggregate_gradients = true);

    /// <summary>Makes one step.</summary>
    /// <param name="grads_and_vars">
    /// Each weight with its gradient, float32 and of its shape. A weight whose gradient is null stays as it is and is named on standard
    /// error, once.
    /// </param>
    /// <param name="name">Has no effect.</param>
    /// <param name="experimental_aggregate_gradients">Has no effect: there is one device.</param>
    /// <exception cref="ArgumentException">All gradients are null, or one has another shape or type than its weight.</exception>
    void apply_gradients(IEnumerable<(Tensor, IVariableV1)> grads_and_vars, string? name = null,
        bool experimental_aggregate_gradients = true);

    /// <inheritdoc cref="apply_gradients(IEnumerable{ValueTuple{Tensor, IVariableV1}}, string, bool)"/>
    void apply_gradients(IEnumerable<(Tensor, ResourceVariable)> grads_and_vars, string? name = null,
        bool experimental_aggregate_gradients = true);
}
