using System.Reflection;
using ILGPU;
using ILGPU.Backends;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using Tensorflow.Devices.Gpu;

namespace Tensorflow.Tests;

/// <summary>All tests of this project run on a card that ILGPU simulates; each kernel is compiled for a real one, too.</summary>
[TestClass]
public static class SimulatedCard
{
    private static readonly Context s_context = Context.Create(builder => builder.EnableAlgorithms());

    private static readonly PTXBackend s_compiler = new(
        s_context, new CudaCapabilityContext(CudaArchitecture.SM_75), CudaArchitecture.SM_75, CudaInstructionSet.ISA_63, null);

    /// <summary>The device, whose kernels compute on the processor.</summary>
    internal static GpuDevice Device { get; } = CudaPlatform.Simulated();

    /// <summary>Sets the device before the first test.</summary>
    [AssemblyInitialize]
    public static void Use(TestContext _)
    {
        Device.OnCompile = CompileForCard;
        Devices.Device.Current = Device;
    }

    private static void CompileForCard(MethodInfo kernel)
    {
        var compiled = (PTXCompiledKernel)s_compiler.Compile(
            EntryPointDescription.FromExplicitlyGroupedKernel(kernel), new KernelSpecialization());
        Assert.Contains(".entry", compiled.PTXAssembly, kernel.Name);
    }
}
