namespace Tensorflow.Keras.Engine;

/// <content>What training changes.</content>
public abstract partial class Layer
{
    private bool _trainable;

    /// <inheritdoc/>
    public bool Trainable
    {
        get => _trainable;
        set
        {
            _trainable = value;
            foreach (var child in _children)
                child.Trainable = value;
            StructureChanged();
        }
    }

    /// <summary>
    /// Which layers of a model were trainable at one time. A model trains what was trainable when it was compiled, as in Keras, so of two
    /// models that share layers only one may train them.
    /// </summary>
    internal sealed class TrainableState
    {
        private readonly Dictionary<Layer, bool> _layers = [];

        internal TrainableState(Layer model) => Gather(model);

        /// <summary>Makes the layers what they were, until the result is disposed.</summary>
        /// <returns>Null when they are.</returns>
        internal IDisposable? Apply(Layer model)
        {
            foreach (var (layer, trainable) in _layers)
                if (layer._trainable != trainable)
                    return new Applied(this, new TrainableState(model));
            return null;
        }

        private void Gather(Layer layer)
        {
            if (_layers.TryAdd(layer, layer._trainable))
                foreach (var child in layer._children)
                    Gather(child);
        }

        private void Set()
        {
            foreach (var (layer, trainable) in _layers)
                layer._trainable = trainable;
            StructureChanged();
        }

        private sealed class Applied : IDisposable
        {
            private readonly TrainableState _before;

            internal Applied(TrainableState state, TrainableState before)
            {
                _before = before;
                state.Set();
            }

            public void Dispose() => _before.Set();
        }
    }
}
