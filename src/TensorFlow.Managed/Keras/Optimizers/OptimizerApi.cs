using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Optimizers;

/// <inheritdoc cref="IOptimizerApi"/>
internal sealed class OptimizerApi : IOptimizerApi
{
    public IOptimizer Adam(float learning_rate, float beta_1, float beta_2, float epsilon, bool amsgrad, string name) =>
        new Adam(learning_rate, beta_1, beta_2, epsilon, amsgrad, name);

    public IOptimizer AdamW(float learning_rate, float weight_decay, float beta_1, float beta_2, float epsilon, string name) =>
        new Adam(learning_rate, beta_1, beta_2, epsilon, name: name) { weight_decay = weight_decay };

    public IOptimizer Adagrad(float learning_rate, float initial_accumulator_value, float epsilon, string name) =>
        new Adagrad(learning_rate, initial_accumulator_value, epsilon, name);

    public IOptimizer RMSprop(float learning_rate, float rho, float momentum, float epsilon, bool centered, string name) =>
        new RMSprop(learning_rate, rho, momentum, epsilon, centered, name);

    public IOptimizer SGD(float learning_rate, float momentum, bool nesterov, string name) =>
        new SGD(learning_rate, momentum, nesterov, name);

    public IOptimizer get(string identifier) => identifier.ToLowerInvariant() switch
    {
        "adam" => new Adam(),
        "adamw" => AdamW(0.001f, 0.004f, 0.9f, 0.999f, 1e-7f, "AdamW"),
        "adagrad" => new Adagrad(),
        "rmsprop" => new RMSprop(),
        "sgd" => new SGD(),
        _ => throw new ArgumentException($"There is no optimizer '{identifier}'; there are adagrad, adam, adamw, rmsprop and sgd."),
    };
}
