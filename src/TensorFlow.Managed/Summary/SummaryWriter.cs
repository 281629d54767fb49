using System.Globalization;
using System.Text;
using Tensorflow.NumPy;
using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Summary;

/// <summary>
/// Writes what TensorBoard shows into a folder: scalars, pictures, histograms, texts and a run's hyperparameters. What was written is with
/// the system at once. Messages are tensorflow/core/framework/summary.proto's and TensorBoard's plugins/hparams/plugin_data.proto's.
/// </summary>
public sealed class SummaryWriter : IDisposable
{
    /// <summary>What the names of the files that it makes begin with.</summary>
    public const string FileName = "events.out.tfevents.";

    /// <summary>Fields of Summary.Value.</summary>
    private const int SimpleValue = 2, ImageField = 4, Histogram = 5, TensorField = 8, Metadata = 9;

    private const int DataTypeFloat = 1, DataTypeString = 7;

    /// <summary>SummaryMetadata's data class of pictures.</summary>
    private const int BlobSequence = 3;

    private static int s_made;

    private readonly EventFile _file;

    /// <summary>Opens the newest event file of a folder to add to, or makes one.</summary>
    /// <param name="log_dir">The folder; it is made if need be.</param>
    /// <param name="keep">Says of each event that is there already, by its tag and step, whether it stays: the first that does not and all
    /// behind it are removed. Null to begin a new file.</param>
    /// <exception cref="IOException">The folder or the file cannot be written; the one-line message names it.</exception>
    public SummaryWriter(string log_dir, Func<string, long, bool>? keep = null)
    {
        try
        {
            Directory.CreateDirectory(log_dir);
            var newest = keep is null ? null : Directory.EnumerateFiles(log_dir, FileName + "*").Max(StringComparer.Ordinal);
            var now = Now();
            path = newest ?? Path.Combine(log_dir, string.Create(CultureInfo.InvariantCulture,
                $"{FileName}{(long)now}.{Environment.ProcessId}.{Interlocked.Increment(ref s_made)}.v2"));
            var isContinued = false;
            _file = EventFile.Open(path, old => old.Tag is null || (keep!(old.Tag, old.Step) && (isContinued = true)));
            is_continued = isContinued;
            if (new FileInfo(path).Length == 0)
                _file.Add(new EventMessage(now, 0));
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"{log_dir} cannot be written to: permission denied.", error);
        }
        catch (IOException error) when (File.Exists(log_dir))
        {
            throw new IOException($"{log_dir} is a file, a folder was expected.", error);
        }
    }

    /// <summary>The file.</summary>
    public string path { get; }

    /// <summary>Whether it had events that stayed.</summary>
    public bool is_continued { get; }

    /// <summary>A number at a step.</summary>
    public void scalar(string name, float data, long step) => Add(name, step, value => value.Float(SimpleValue, data));

    /// <summary>A picture at a step.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="png">The bytes of a PNG file.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <param name="channels">1 for gray, 3 for colour.</param>
    /// <param name="step">The step.</param>
    public void image(string name, byte[] png, int width, int height, int channels, long step) =>
        Add(name, step, value => value.Message(ImageField, image =>
        {
            image.Number(1, height);
            image.Number(2, width);
            image.Number(3, channels);
            image.Bytes(4, png);
        }));

    /// <summary>Pictures at a step, under one name.</summary>
    /// <param name="name">What they are called.</param>
    /// <param name="data">(N, H, W, C), C from 1 to 4: uint8, or numbers of another type from 0 to 1, what lies outside cut off.</param>
    /// <param name="step">The step.</param>
    /// <param name="max_outputs">Of how many pictures at most; the first ones.</param>
    /// <exception cref="ArgumentException">The tensor has another rank or number of channels.</exception>
    public void image(string name, Tensor data, long step, int max_outputs = 3)
    {
        if (data.ndim != 4)
            throw new ArgumentException($"summary.image: pictures are (N, H, W, C), not {data.shape}.");
        using var scope = TensorScope.Begin();
        var pictures = data[$":{Math.Min(max_outputs, data.shape[0])}"];
        // As tf.image.convert_image_dtype makes bytes: each of the 256 values has the same share of [0, 1].
        var bytes = pictures.dtype == TF_DataType.TF_UINT8 ? pictures
            : Cast.Apply(tf.clip_by_value(Cast.Apply(pictures, TF_DataType.TF_FLOAT) * 255.5f, 0f, 255f), TF_DataType.TF_UINT8);
        Add(name, step, value =>
        {
            value.Message(Metadata, metadata =>
            {
                metadata.Message(1, plugin => plugin.Text(1, "images"));
                metadata.Number(4, BlobSequence);
            });
            value.Message(TensorField, tensor =>
            {
                tensor.Number(1, DataTypeString);
                tensor.Message(2, shape => shape.Message(2, size => size.Number(1, 2 + bytes.shape[0])));
                tensor.Bytes(8, Encoding.UTF8.GetBytes($"{bytes.shape[2]}"));
                tensor.Bytes(8, Encoding.UTF8.GetBytes($"{bytes.shape[1]}"));
                for (var i = 0; i < bytes.shape[0]; i++)
                    tensor.Bytes(8, EncodePng.Apply(bytes[i]));
            });
        });
    }

    /// <summary>How many numbers of a tensor lie where, at a step.</summary>
    public void histogram(string name, Tensor data, long step)
    {
        var buckets = HistogramBuckets.Of(data.numpy().astype(np.float32).ToArray<float>());
        Add(name, step, value => value.Message(Histogram, histogram =>
        {
            histogram.Double(1, buckets.Least);
            histogram.Double(2, buckets.Largest);
            histogram.Double(3, buckets.Counts.Sum());
            histogram.Double(4, buckets.Sum);
            histogram.Double(5, buckets.SumOfSquares);
            histogram.Doubles(6, buckets.Limits);
            histogram.Doubles(7, buckets.Counts);
        }));
    }

    /// <summary>A text at a step; TensorBoard takes it for Markdown.</summary>
    public void text(string name, string data, long step) => Add(name, step, value =>
    {
        value.Message(Metadata, metadata => metadata.Message(1, plugin => plugin.Text(1, "text")));
        value.Message(TensorField, tensor =>
        {
            tensor.Number(1, DataTypeString);
            tensor.Message(2, shape => shape.Message(2, size => size.Number(1, 1)));
            tensor.Bytes(8, Encoding.UTF8.GetBytes(data));
        });
    });

    /// <summary>What a run was made with, for TensorBoard's table of runs.</summary>
    /// <param name="values">Names and values: numbers, truth values or texts.</param>
    public void hparams(IReadOnlyDictionary<string, object> values) => Add("_hparams_/session_start_info", 0, value =>
    {
        value.Message(Metadata, metadata => metadata.Message(1, plugin =>
        {
            plugin.Text(1, "hparams");
            plugin.Message(2, content => content.Message(3, start =>
            {
                foreach (var (name, one) in values)
                    start.Message(1, pair =>
                    {
                        pair.Text(1, name);
                        pair.Message(2, held => Hold(held, one));
                    });
                start.Double(5, Now());
            }));
        }));
        value.Message(TensorField, tensor =>
        {
            tensor.Number(1, DataTypeFloat);
            tensor.Message(2, shape => shape.Message(2, size => size.Number(1, 0)));
        });
    });

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary>A google.protobuf.Value.</summary>
    private static void Hold(ProtoMessage held, object value)
    {
        if (value is bool truth)
            held.Number(4, truth ? 1 : 0);
        else if (value is IConvertible and not string)
            held.Double(2, Convert.ToDouble(value, CultureInfo.InvariantCulture));
        else
            held.Text(3, $"{value}");
    }

    private static double Now() => (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds;

    private void Add(string tag, long step, Action<ProtoMessage> value) =>
        _file.Add(new EventMessage(Now(), step, tag, ProtoMessage.Of(value)));
}
