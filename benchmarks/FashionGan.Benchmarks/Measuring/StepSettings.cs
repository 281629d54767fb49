using FashionGanTf.Imaging;
using FashionGanTf.Training;
using Tensorflow.Distribute;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>Which training step is measured, and how.</summary>
internal sealed record StepSettings
{
    /// <summary>Real pictures in a step.</summary>
    internal int Batch { get; init; } = 128;

    /// <summary>Threads that work.</summary>
    internal int Threads { get; init; } = 2;

    /// <summary>Steps that are measured.</summary>
    internal int Steps { get; init; } = 40;

    /// <summary>Steps before them.</summary>
    internal int WarmUp { get; init; } = 5;

    /// <summary>Steps after them whose device calls are timed.</summary>
    internal int Profiled { get; init; } = 5;

    /// <summary>Whether kernels that are made for some shapes only are left out.</summary>
    internal bool Direct { get; init; }

    /// <summary>Multiplies the channels of both networks.</summary>
    internal int Width { get; init; } = 1;

    /// <summary>The pictures; those of another shape than Fashion-MNIST's are made.</summary>
    internal PictureShape Picture { get; init; } = PictureShape.FashionMnist;

    /// <summary>Whether the GAN has classes.</summary>
    internal bool Conditional { get; init; }

    /// <summary>What else a training may be told of its step; null for nothing.</summary>
    internal TrainingOptions? Game { get; init; }

    /// <summary>The processes that share the step; null for this one alone.</summary>
    internal ICommunicator? Communicator { get; init; }

    /// <summary>A folder with a data set; null for Fashion-MNIST.</summary>
    internal string? Data { get; init; }
}
