using System.Reflection;
using ILGPU;
using ILGPU.Backends;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using Tensorflow.Devices.Gpu;

namespace Tensorflow.Tests;

/// <summary>
/// The device that all tests of this project run on: a card that ILGPU simulates, with each kernel compiled for a real one, too; or a real
/// one, where the variable FASHION_GAN_GPU says <c>card</c>.
/// </summary>
[TestClass]
public static class TestedCard
{
    private static readonly Context s_context = Context.Create(builder => builder.EnableAlgorithms());

    private static readonly PTXBackend s_compiler = new(
        s_context, new CudaCapabilityContext(CudaArchitecture.SM_75), CudaArchitecture.SM_75, CudaInstructionSet.ISA_63, null);

    /// <summary>Whether it is a real one.</summary>
    internal static bool IsReal { get; } = Environment.GetEnvironmentVariable("FASHION_GAN_GPU") == "card";

    /// <summary>The device.</summary>
    internal static GpuDevice Device { get; } = IsReal ? (GpuDevice)new CudaPlatform().Open(0) : CudaPlatform.Simulated();

    /// <summary>Sets the device before the first test.</summary>
    [AssemblyInitialize]
    public static void Use(TestContext context)
    {
        context.WriteLine($"on {Device.Description}; products by {Device.MatMulBy}");
        if (!IsReal)
            Device.OnCompile = CompileForCard;
        Tensorflow.Devices.Device.Current = Device;
    }

    private static void CompileForCard(MethodInfo kernel)
    {
        var compiled = (PTXCompiledKernel)s_compiler.Compile(
            EntryPointDescription.FromExplicitlyGroupedKernel(kernel), new KernelSpecialization());
        Assert.Contains(".entry", compiled.PTXAssembly, kernel.Name);
        Assert.DoesNotContain(".extern .func", compiled.PTXAssembly, $"{kernel.Name} calls what a card does not have");
    }
}
