using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Optimizers;

/// <summary>Makes optimizers.</summary>
public interface IOptimizerApi
{
    /// <summary>Adam (Kingma and Ba, arXiv 1412.6980).</summary>
    /// <param name="learning_rate">The step size.</param>
    /// <param name="beta_1">How much of the mean gradient a step keeps, in [0, 1).</param>
    /// <param name="beta_2">How much of the mean squared gradient a step keeps, in [0, 1).</param>
    /// <param name="epsilon">Keeps the divisor from 0.</param>
    /// <param name="amsgrad">Not supported; must be false.</param>
    /// <param name="name">The optimizer's name.</param>
    IOptimizer Adam(
        float learning_rate = 0.001f, float beta_1 = 0.9f, float beta_2 = 0.999f, float epsilon = 1e-7f, bool amsgrad = false,
        string name = "Adam");

    /// <summary>Adam with weights that decay apart from their gradients (Loshchilov and Hutter, arXiv 1711.05101).</summary>
    /// <param name="learning_rate">The step size.</param>
    /// <param name="weight_decay">Before each step a weight loses this times the step size of itself.</param>
    /// <param name="beta_1">How much of the mean gradient a step keeps, in [0, 1).</param>
    /// <param name="beta_2">How much of the mean squared gradient a step keeps, in [0, 1).</param>
    /// <param name="epsilon">Keeps the divisor from 0.</param>
    /// <param name="name">The optimizer's name.</param>
    IOptimizer AdamW(
        float learning_rate = 0.001f, float weight_decay = 0.004f, float beta_1 = 0.9f, float beta_2 = 0.999f, float epsilon = 1e-7f,
        string name = "AdamW");

    /// <summary>Adagrad (Duchi, Hazan and Singer, 2011), whose step shrinks where gradients were large.</summary>
    /// <param name="learning_rate">The step size.</param>
    /// <param name="initial_accumulator_value">What the sum of squares begins with, from 0 on.</param>
    /// <param name="epsilon">Keeps the divisor from 0.</param>
    /// <param name="name">The optimizer's name.</param>
    IOptimizer Adagrad(
        float learning_rate = 0.001f, float initial_accumulator_value = 0.1f, float epsilon = 1e-7f, string name = "Adagrad");

    /// <summary>RMSprop (Hinton's lecture 6e).</summary>
    /// <param name="learning_rate">The step size.</param>
    /// <param name="rho">How much of the mean squared gradient a step keeps, in [0, 1).</param>
    /// <param name="momentum">How much of its last move a weight repeats, in [0, 1].</param>
    /// <param name="epsilon">Keeps the divisor from 0.</param>
    /// <param name="centered">Not supported; must be false.</param>
    /// <param name="name">The optimizer's name.</param>
    IOptimizer RMSprop(
        float learning_rate = 0.001f, float rho = 0.9f, float momentum = 0.0f, float epsilon = 1e-7f, bool centered = false,
        string name = "RMSprop");

    /// <summary>Gradient descent.</summary>
    /// <param name="learning_rate">The step size.</param>
    /// <param name="momentum">How much of its last move a weight repeats, in [0, 1].</param>
    /// <param name="nesterov">Whether the gradient counts as if taken after the repeated move.</param>
    /// <param name="name">The optimizer's name.</param>
    IOptimizer SGD(float learning_rate = 0.01f, float momentum = 0f, bool nesterov = false, string name = "SGD");

    /// <summary>The optimizer of a name, with its defaults: <c>adagrad</c>, <c>adam</c>, <c>adamw</c>, <c>sgd</c>,
    /// <c>rmsprop</c>.</summary>
    /// <exception cref="ArgumentException">There is no such optimizer; the message lists those there are.</exception>
    IOptimizer get(string identifier);
}
