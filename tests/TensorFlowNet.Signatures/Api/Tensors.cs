#nullable disable
using System.Collections;
using Tensorflow.Common.Types;
using Tensorflow.NumPy;

namespace Tensorflow
{
    // No arithmetic: a result goes into a Tensor first.
    public sealed class Tensors : Nest<Tensor>
    {
        public Tensors(params Tensor[] tensors) => throw null;

        public Shape shape => throw null;

        public static implicit operator Tensors(Tensor tensor) => throw null;

        public static implicit operator Tensors((Tensor, Tensor) tuple) => throw null;

        public static implicit operator Tensors(NDArray nd) => throw null;

        public static implicit operator Tensors(Tensor[] tensors) => throw null;

        public static implicit operator Tensors(List<Tensor> tensors) => throw null;

        public static implicit operator Tensor(Tensors tensors) => throw null;

        public static implicit operator Tensor[](Tensors tensors) => throw null;
    }
}

namespace Tensorflow.Common.Types
{
    public class Nest<T> : IEnumerable<T>
    {
        protected Nest() => throw null;

        public T this[int index] => throw null;

        public IEnumerator<T> GetEnumerator() => throw null;

        IEnumerator IEnumerable.GetEnumerator() => throw null;
    }

    public interface IOptionalArgs
    {
    }
}
