using Tensorflow.Common.Types;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Core;

/// <summary>Reading variables on one thread while another assigns to them: a value is whole, and a snapshot is of one moment.</summary>
[TestClass]
public sealed class VariableSnapshotTests : IDisposable
{
    private const int Size = 40_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void AValueThatAnotherThreadReadsIsWhole()
    {
        var variable = tf.Variable(Filled(0), name: "v");
        WhileAnotherThread(step => variable.assign(Filled(step)), () =>
        {
            using var value = variable.numpy();
            var elements = value.ToArray<float>();
            Assert.AreEqual(Size, elements.Count(element => element == elements[0]), "elements of one assignment");
        });
    }

    [TestMethod]
    public void PredictAndSaveAreOfOneStep()
    {
        var model = new Counting();
        Tensor x = Filled(0);
        var path = Path.Combine(_folder, "weights.safetensors");
        using var scope = TensorScope.Begin();
        WhileAnotherThread(_ => model.train_on_batch(x), () =>
        {
            Assert.AreEqual(0f, ((Tensor)model.predict(x, batch_size: Size)).ToArray<float>().Max(MathF.Abs), "predict");
            var weights = model.get_weights();
            Assert.AreEqual(weights[0].ToArray<float>()[0], weights[1].ToArray<float>()[0], "get_weights");
            model.save_weights(path);
            var file = Tensorflow.Serialization.SafeTensors.load(path);
            Assert.AreEqual(file.ToArray<float>("a")[0], file.ToArray<float>("b")[0], "save_weights");
        });
    }

    [TestMethod]
    public void ASnapshotKeepsItsValuesAndItsThreadSeesItsOwnAssignments()
    {
        ResourceVariable a = tf.Variable(1f), b = tf.Variable(2f);
        using (VariableSnapshot.Take([a, b]))
        {
            Other(() => a.assign(10f));
            Assert.AreEqual(1f, (float)a.numpy());
            using (VariableSnapshot.Take([a]))
                Assert.AreEqual(1f, (float)a.AsTensor(), "an inner one is of the outer's moment");
            b.assign_add(1f);
            Assert.AreEqual(3f, (float)b.numpy());
        }

        Assert.AreEqual(10f, (float)a.numpy());
        Assert.AreEqual(3f, (float)b.numpy());
    }

    [TestMethod]
    public void ASnapshotWaitsForAStepAndNotForItsOwn()
    {
        var a = tf.Variable(1f);
        Thread reader;
        var seen = 0f;
        using (VariableSnapshot.Postpone())
        {
            reader = new Thread(() =>
            {
                using var snapshot = VariableSnapshot.Take([a]);
                seen = (float)a.numpy();
            });
            reader.Start();
            Assert.IsFalse(reader.Join(50));
            a.assign(2f);
            using (VariableSnapshot.Take([a]))
                Assert.AreEqual(2f, (float)a.numpy());
            using (VariableSnapshot.Postpone())
                a.assign(3f);
        }

        reader.Join();
        Assert.AreEqual(3f, seen);
    }

    [TestMethod]
    public void SnapshotsCloseInOrder()
    {
        var a = tf.Variable(1f);
        var outer = VariableSnapshot.Take([a]);
        using (VariableSnapshot.Take([a]))
            Assert.ThrowsExactly<InvalidOperationException>(outer.Dispose);
        outer.Dispose();
    }

    private static Tensor Filled(float value) => Fill.Apply(Size, value);

    private static void Other(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        thread.Join();
    }

    /// <summary>Steps on another thread, and reads here until it has made 400 and here were 50.</summary>
    private static void WhileAnotherThread(Action<int> step, Action read)
    {
        var (reads, steps) = (0, 0);
        var stop = false;
        Exception? error = null;
        var thread = new Thread(() =>
        {
            try
            {
                while (!Volatile.Read(ref stop))
                {
                    using var scope = TensorScope.Begin();
                    step(Interlocked.Increment(ref steps));
                }
            }
            catch (Exception caught)
            {
                error = caught;
            }
        });
        thread.Start();
        try
        {
            for (; (reads < 50 || Volatile.Read(ref steps) < 400) && thread.IsAlive; reads++)
                read();
        }
        finally
        {
            Volatile.Write(ref stop, true);
            thread.Join();
        }

        Assert.IsNull(error);
    }

    /// <summary>Two weights that every step sets to its number; their difference is the output.</summary>
    private sealed class Counting : Model
    {
        private readonly IVariableV1 _a;
        private readonly IVariableV1 _b;
        private int _step;

        internal Counting()
            : base(new() { Name = "counting" })
        {
            _a = add_weight("a", Size);
            _b = add_weight("b", Size);
            _a.assign(Filled(0));
            _b.assign(Filled(0));
            built = true;
        }

        public override void build(KerasShapesWrapper input_shape)
        {
        }

        public override Dictionary<string, float> train_step(Tensors x, Tensors? y)
        {
            _a.assign(Filled(++_step));
            _b.assign(Filled(_step));
            return [];
        }

        protected override Tensors Call(
            Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
            _a.AsTensor() - _b.AsTensor();
    }
}
