namespace Tensorflow.Devices;

/// <summary>A function of one number.</summary>
internal enum UnaryFunction
{
    Negate, Abs, Sign, Square, Sqrt, Rsqrt, Reciprocal, Exp, Log, Log1p, Sin, Cos, Tanh, Sigmoid, Softplus, Relu, Elu, Erf, Floor, Round,
        LogicalNot,
}

/// <summary>A function of two numbers that gives one of the same type.</summary>
internal enum BinaryFunction
{
    Add, Subtract, Multiply, Divide, Maximum, Minimum, SquaredDifference, FloorMod, Pow, LogicalAnd, LogicalOr,
}

/// <summary>A comparison of two numbers.</summary>
internal enum Comparison
{
    Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual,
}

/// <content>Functions of each element.</content>
internal abstract partial class Device
{
    /// <summary>y[i] = f(x[i]). <paramref name="y"/> may be <paramref name="x"/>.</summary>
    internal abstract void Unary(UnaryFunction f, TF_DataType dtype, Storage x, Storage y, long count);

    /// <summary>y = f(a, b) under NumPy's broadcasting.</summary>
    internal abstract void Binary(BinaryFunction f, TF_DataType dtype, Storage a, Storage b, Storage y, Broadcast plan);

    /// <summary>y = a ? b as bytes 0 and 1, under NumPy's broadcasting.</summary>
    internal abstract void Compare(Comparison comparison, TF_DataType dtype, Storage a, Storage b, Storage y, Broadcast plan);

    /// <summary>y[i] = x[i] converted; fractions are cut off, bool becomes 0 or 1, anything but 0 becomes true.</summary>
    internal abstract void Cast(TF_DataType from, TF_DataType to, Storage x, Storage y, long count);

    /// <summary>Sets every element to a value, converted to the type.</summary>
    internal abstract void Fill(TF_DataType dtype, Storage y, long count, double value);

    /// <summary>A block that holds one number, to be read only, from a device for which writing it anew is dear; else null.</summary>
    internal virtual Storage? KeptScalar(TF_DataType dtype, double value) => null;

    /// <summary>y[i] = x[i] where it is positive, else slope * x[i]. Floating types.</summary>
    internal abstract void LeakyRelu(TF_DataType dtype, Storage x, Storage y, long count, float slope);

    /// <summary>dx[i] = dy[i] where x[i] is positive, else slope * dy[i]. Floating types.</summary>
    internal abstract void LeakyReluGradient(TF_DataType dtype, Storage dy, Storage x, Storage dx, long count, float slope);
}
