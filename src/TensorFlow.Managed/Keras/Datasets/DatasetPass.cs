using Tensorflow.NumPy;

namespace Tensorflow.Keras.Datasets;

/// <summary>A data set in two parts; takes apart as <c>var ((x_train, y_train), (x_test, y_test)) = ...load_data()</c>.</summary>
public class DatasetPass
{
    /// <summary>What to train on: the examples and their labels.</summary>
    public required (NDArray, NDArray) Train { get; init; }

    /// <summary>What to judge by: the examples and their labels.</summary>
    public required (NDArray, NDArray) Test { get; init; }

    /// <summary>The four arrays.</summary>
    public void Deconstruct(out NDArray x_train, out NDArray y_train, out NDArray x_test, out NDArray y_test) =>
        ((x_train, y_train), (x_test, y_test)) = (Train, Test);

    /// <summary>The two parts.</summary>
    public void Deconstruct(out (NDArray, NDArray) train, out (NDArray, NDArray) test) => (train, test) = (Train, Test);
}
