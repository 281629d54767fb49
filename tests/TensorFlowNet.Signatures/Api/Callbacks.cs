#nullable disable
using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Engine
{
    // Each of them is to be written out: none has a body.
    public interface ICallback
    {
        Dictionary<string, List<float>> history { get; set; }

        void on_train_begin();

        void on_train_end();

        void on_epoch_begin(int epoch);

        void on_train_batch_begin(long step);

        void on_train_batch_end(long end_step, Dictionary<string, float> logs);

        void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs);

        void on_predict_begin();

        void on_predict_batch_begin(long step);

        void on_predict_batch_end(long end_step, Dictionary<string, Tensors> logs);

        void on_predict_end();

        void on_test_begin();

        void on_test_end(Dictionary<string, float> logs);

        void on_test_batch_begin(long step);

        void on_test_batch_end(long end_step, Dictionary<string, float> logs);
    }
}

namespace Tensorflow.Keras.Callbacks
{
    public class CallbackParams
    {
        public IModel Model { get; set; }

        public int Verbose { get; set; }

        public int Epochs { get; set; }

        public long Steps { get; set; }
    }

    public class History : ICallback
    {
        internal History() => throw null;

        public Dictionary<string, List<float>> history { get; set; }

        public void on_train_begin() => throw null;

        public void on_train_end() => throw null;

        public void on_epoch_begin(int epoch) => throw null;

        public void on_train_batch_begin(long step) => throw null;

        public void on_train_batch_end(long end_step, Dictionary<string, float> logs) => throw null;

        public void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs) => throw null;

        public void on_predict_begin() => throw null;

        public void on_predict_batch_begin(long step) => throw null;

        public void on_predict_batch_end(long end_step, Dictionary<string, Tensors> logs) => throw null;

        public void on_predict_end() => throw null;

        public void on_test_begin() => throw null;

        public void on_test_end(Dictionary<string, float> logs) => throw null;

        public void on_test_batch_begin(long step) => throw null;

        public void on_test_batch_end(long end_step, Dictionary<string, float> logs) => throw null;
    }

    // Has no on_train_end.
    public class CallbackList
    {
        public List<ICallback> callbacks = new List<ICallback>();

        public CallbackList(CallbackParams parameters) => throw null;

        public History History => throw null;

        public void on_train_begin() => throw null;

        public void on_epoch_begin(int epoch) => throw null;

        public void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs) => throw null;

        public void on_train_batch_begin(long step) => throw null;

        public void on_train_batch_end(long end_step, Dictionary<string, float> logs) => throw null;
    }
}
