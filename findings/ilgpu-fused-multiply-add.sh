#!/usr/bin/env bash
# ILGPU 1.5.3 compiles MathF.FusedMultiplyAdd to a call of a function that it only declares: the PTX has an ".extern .func" without a body.
# ILGPU raises nothing; only the driver would complain when it links the kernel. On ILGPU's simulated card the same kernel runs, so tests
# without a card do not tell.
# What to do: look for ".extern .func" in the PTX of each kernel and do without it.
# Needs: the .NET 10 SDK. No card.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="ILGPU" Version="[1.5.3]" />
  </ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using System.Reflection;
using ILGPU;
using ILGPU.Backends;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;

using var context = Context.Create(builder => builder.CPU());
var compiler = new PTXBackend(
    context, new CudaCapabilityContext(CudaArchitecture.SM_75), CudaArchitecture.SM_75, CudaInstructionSet.ISA_63, null);
string Ptx(string kernel) => ((PTXCompiledKernel)compiler.Compile(
    EntryPointDescription.FromImplicitlyGroupedKernel(typeof(Kernels).GetMethod(kernel)!), new KernelSpecialization())).PTXAssembly;

Console.WriteLine($"ILGPU {typeof(Context).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]}");
var (called, written) = (Ptx(nameof(Kernels.Called)), Ptx(nameof(Kernels.Written)));
foreach (var line in called.Split('\n').Where(line => line.Contains(".extern", StringComparison.Ordinal)))
    Console.WriteLine($"  MathF.FusedMultiplyAdd: {line.Trim()}");
Console.WriteLine("  a * b + c: " +
    $"{(written.Contains(".extern .func", StringComparison.Ordinal) ? "a function without a body" : "no function without a body")}");

using var simulated = CPUDevice.GetDevice(CPUDeviceKind.Nvidia).CreateCPUAccelerator(context);
using var buffer = simulated.Allocate1D(new[] { 3f });
simulated.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>>(Kernels.Called)(1, buffer.View);
simulated.Synchronize();
Console.WriteLine($"  on the simulated card 3 * 2 + 1 = {buffer.GetAsArray1D()[0]}");
return called.Contains(".extern .func", StringComparison.Ordinal)
    && !written.Contains(".extern .func", StringComparison.Ordinal) ? 0 : 1;

static class Kernels
{
    public static void Called(Index1D i, ArrayView<float> values) => values[i] = MathF.FusedMultiplyAdd(values[i], 2, 1);

    public static void Written(Index1D i, ArrayView<float> values) => values[i] = values[i] * 2 + 1;
}
CS
dotnet run 2>&1 | tee output.txt
exit "${PIPESTATUS[0]}"
