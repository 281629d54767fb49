using Tensorflow.Gradients;
using Tensorflow.NumPy;
using Tensorflow.Operations;

namespace Tensorflow;

/// <summary>
/// A tensor that can be assigned to. Reading it gives a tensor that later assignments do not change: while someone still holds such a
/// tensor, an assignment writes to other memory (copy on write); otherwise it writes in place. A thread that reads while another assigns
/// gets the value before or the value after, whole. <see cref="VariableSnapshot"/> reads several variables at one moment.
/// </summary>
public partial class ResourceVariable : IVariableV1
{
    /// <summary>Held while the value is exchanged or written in place, and while a reader takes hold of it.</summary>
    private readonly Lock _lock = new();
    private Storage _storage;

    /// <summary>A variable that starts at a copy of the given value.</summary>
    /// <param name="initial_value">The value it starts with; gives shape and type.</param>
    /// <param name="trainable">True when training changes it.</param>
    /// <param name="name">Its name without the output number; <c>:0</c> is added.</param>
    public ResourceVariable(Tensor initial_value, bool trainable = true, string name = "Variable")
    {
        (shape, dtype, Trainable, Name) = (initial_value.shape, initial_value.dtype, trainable, name + ":0");
        _storage = Tensor.Device.Rent(initial_value.ByteLength);
        Tensor.Device.Copy(initial_value.Storage, 0, _storage, 0, initial_value.ByteLength);
        GC.KeepAlive(initial_value);
        Handle = new Tensor(null, shape, dtype);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Shape shape { get; }

    /// <inheritdoc/>
    public TF_DataType dtype { get; }

    /// <inheritdoc/>
    public bool Trainable { get; internal set; }

    /// <summary>Stands for the variable on tapes, whatever value it has; holds no elements.</summary>
    internal Tensor Handle { get; }

    /// <summary>What an optimizer makes of the value after each step; null for nothing.</summary>
    internal Func<Tensor, Tensor>? Constraint { get; set; }

    /// <inheritdoc/>
    public Tensor AsTensor()
    {
        var value = new Tensor(Share(), shape, dtype);
        TensorScope.Register(value);
        return Tape.RecordRead(this, value);
    }

    /// <summary>The value now; later assignments do not change it.</summary>
    public Tensor read_value() => AsTensor();

    /// <inheritdoc/>
    public NDArray numpy() => new(Share(), shape, dtype);

    /// <summary>Replaces the value.</summary>
    /// <returns>The variable itself, which converts to its value.</returns>
    /// <exception cref="ArgumentException">Shape or type differ.</exception>
    public ResourceVariable assign(Tensor value)
    {
        if (value.shape != shape || value.dtype != dtype)
            throw new ArgumentException($"{Name} has shape {shape} and type {dtype.Name()}; it cannot take a value of shape " +
                $"{value.shape} and type {value.dtype.Name()}.");
        // Before the update: others need not wait while deferred elements are made.
        value.Storage.Settle();
        using var update = BeginUpdate();
        Tensor.Device.Copy(value.Storage, 0, update.Next, 0, value.ByteLength);
        GC.KeepAlive(value);
        update.Publish();
        return this;
    }

    /// <summary>Adds to the value.</summary>
    /// <returns>The variable itself.</returns>
    public ResourceVariable assign_add(Tensor delta) => Update(value => value + delta);

    /// <summary>Takes away from the value.</summary>
    /// <returns>The variable itself.</returns>
    public ResourceVariable assign_sub(Tensor delta) => Update(value => value - delta);

    IVariableV1 IVariableV1.assign(Tensor value) => assign(value);

    /// <summary>Starts an update that a kernel makes; to be published and disposed on this thread.</summary>
    internal VariableUpdate BeginUpdate()
    {
        VariableSnapshot.Forget(this);
        _lock.Enter();
        try
        {
            // A value that another device has moves to the one that writes it.
            if (_storage.IsShared || !Tensor.Device.Owns(_storage))
                return new VariableUpdate(this, _storage, Tensor.Device.Rent(shape.size * dtype.Size()));
            // Whoever holds the value may be reading a form of it; here nobody does, and nobody comes before the end.
            _storage.DropForms();
            return new VariableUpdate(this, _storage, _storage);
        }
        catch
        {
            _lock.Exit();
            throw;
        }
    }

    /// <summary>Starts an update that changes the value in place: <c>Next</c> has it already, alone.</summary>
    internal VariableUpdate BeginInPlace()
    {
        var update = BeginUpdate();
        if (!ReferenceEquals(update.Current, update.Next))
        {
            Tensor.Device.Copy(update.Current, 0, update.Next, 0, shape.size * dtype.Size());
            update.Publish();
        }

        return update;
    }

    /// <summary>For <see cref="VariableUpdate"/>: a block holds the value from now on.</summary>
    internal void Publish(Storage next)
    {
        if (ReferenceEquals(next, _storage))
            return;
        _storage.Release();
        _storage = next;
    }

    /// <summary>For <see cref="VariableUpdate"/>: the update is over; a block that was not published goes back.</summary>
    internal void EndUpdate(Storage next)
    {
        if (!ReferenceEquals(next, _storage))
            next.Release();
        _lock.Exit();
    }

    /// <summary>The block that holds the value now, whatever snapshot is open; the caller releases it.</summary>
    internal Storage ShareNow()
    {
        lock (_lock)
            return _storage.AddReference();
    }

    /// <summary>Name, shape, type and value as TensorFlow's Python prints them.</summary>
    public override string ToString()
    {
        using var value = numpy();
        return $"<tf.Variable '{Name}' shape={shape} dtype={dtype.Name()}, numpy={(value.ndim > 1 ? "\n" : "")}{value}>";
    }

    private Storage Share() => VariableSnapshot.Find(this)?.AddReference() ?? ShareNow();

    private ResourceVariable Update(Func<Tensor, Tensor> next)
    {
        using var scope = TensorScope.Begin();
        using var pause = Tape.Pause();
        return assign(next(AsTensor()));
    }

    /// <summary>The value now.</summary>
    public static implicit operator Tensor(ResourceVariable variable) => variable.AsTensor();

    /// <summary>The sum of two values.</summary>
    public static Tensor operator +(ResourceVariable a, ResourceVariable b) => Add.Apply(a, b);

    /// <summary>The sum with a number.</summary>
    public static Tensor operator +(ResourceVariable a, double b) => a.AsTensor() + b;

    /// <summary>The sum with a number.</summary>
    public static Tensor operator +(double a, ResourceVariable b) => a + b.AsTensor();

    /// <summary>The difference of two values.</summary>
    public static Tensor operator -(ResourceVariable a, ResourceVariable b) => Subtract.Apply(a, b);

    /// <summary>The difference with a number.</summary>
    public static Tensor operator -(ResourceVariable a, double b) => a.AsTensor() - b;

    /// <summary>The difference with a number.</summary>
    public static Tensor operator -(double a, ResourceVariable b) => a - b.AsTensor();

    /// <summary>The product of two values.</summary>
    public static Tensor operator *(ResourceVariable a, ResourceVariable b) => Multiply.Apply(a, b);

    /// <summary>The product with a number.</summary>
    public static Tensor operator *(ResourceVariable a, double b) => a.AsTensor() * b;

    /// <summary>The product with a number.</summary>
    public static Tensor operator *(double a, ResourceVariable b) => a * b.AsTensor();

    /// <summary>The quotient of two values.</summary>
    public static Tensor operator /(ResourceVariable a, ResourceVariable b) => Divide.Apply(a, b);

    /// <summary>The quotient with a number.</summary>
    public static Tensor operator /(ResourceVariable a, double b) => a.AsTensor() / b;
}
