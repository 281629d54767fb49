namespace Tensorflow.Common.Types;

/// <summary>Further arguments of a layer's call that only some kinds of layers know; none of this runtime's layers needs any.</summary>
public interface IOptionalArgs
{
    /// <summary>Names the kind of arguments.</summary>
    string Identifier { get; }
}
