using System.Reflection;

namespace Tensorflow.Devices;

/// <summary>
/// How this assembly, which carries nothing of it, comes to the graphics cards: an assembly beside it, TensorFlow.Managed.Gpu, has the one
/// implementation, and is loaded when somebody asks.
/// </summary>
internal abstract class GpuPlatform
{
    private const string AssemblyName = "TensorFlow.Managed.Gpu", TypeName = "Tensorflow.Devices.Gpu.CudaPlatform";

    private static readonly Lazy<GpuPlatform?> s_found = new(Find);

    /// <summary>The cards' platform; null where the program was built without.</summary>
    internal static GpuPlatform? Found => s_found.Value;

    /// <summary>The names of the cards, in their order.</summary>
    /// <exception cref="RuntimeError">There is no driver, or one that cannot be used; one line says which and what to do.</exception>
    internal abstract IReadOnlyList<string> Cards();

    /// <summary>A card's device; the same one each time.</summary>
    /// <exception cref="RuntimeError">There is no such card, or it cannot be used.</exception>
    internal abstract Device Open(int number);

    private static GpuPlatform? Find()
    {
        try
        {
            return (GpuPlatform?)Activator.CreateInstance(Assembly.Load(AssemblyName).GetType(TypeName, throwOnError: true)!);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
