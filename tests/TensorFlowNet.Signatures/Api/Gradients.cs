#nullable disable
using Tensorflow.NumPy;

namespace Tensorflow
{
    public interface IVariableV1
    {
        string Name { get; }

        Shape shape { get; }

        TF_DataType dtype { get; }

        NDArray numpy();
    }

    public class ResourceVariable : IVariableV1
    {
        protected ResourceVariable() => throw null;

        public string Name => throw null;

        public Shape shape => throw null;

        public TF_DataType dtype => throw null;

        public NDArray numpy() => throw null;
    }
}

namespace Tensorflow.Gradients
{
    public class GradientTape : IDisposable
    {
        public void watch(Tensor x) => throw null;

        public Tensor gradient(Tensor target, Tensor source) => throw null;

        public Tensor gradient(Tensor target, ResourceVariable source, List<Tensor> output_gradients = null) => throw null;

        public Tensor[] gradient(
            Tensor target, IEnumerable<IVariableV1> sources, List<Tensor> output_gradients = null,
            string unconnected_gradients = null) => throw null;

        public void Dispose() => throw null;
    }
}
