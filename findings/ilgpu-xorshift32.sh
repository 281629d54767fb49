#!/usr/bin/env bash
# ILGPU: neighbours in a buffer that RNG<XorShift32>.FillUniform filled resemble each other, with a correlation of about 0.7, so noise that
# is made of it is none. XorShift64Star, XorShift128 and XorShift128Plus, filled in the same way, have next to none.
# What to do: XorShift128 or XorShift128Plus.
# Needs: .NET 10 SDK, NuGet. Runs on ILGPU's CPU accelerator.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="ILGPU" Version="[1.5.3]" />
    <PackageReference Include="ILGPU.Algorithms" Version="[1.5.3]" />
  </ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Algorithms.Random;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

Console.WriteLine($"ILGPU.Algorithms {typeof(XorShift32).Assembly.GetName().Version}, .NET {Environment.Version}, 100,000 numbers each");
using var context = Context.Create(builder => builder.CPU().EnableAlgorithms());
using var accelerator = context.CreateCPUAccelerator(0);
double weak = Correlation<XorShift32>(), star = Correlation<XorShift64Star>(), wide = Correlation<XorShift128>(),
    plus = Correlation<XorShift128Plus>();
return weak > 0.5 && Math.Abs(star) < 0.05 && Math.Abs(wide) < 0.05 && Math.Abs(plus) < 0.05 ? 0 : 1;

double Correlation<TProvider>() where TProvider : unmanaged, IRandomProvider<TProvider>
{
    using var generator = RNG.Create<TProvider>(accelerator, new Random(5));
    using var buffer = accelerator.Allocate1D<float>(100_000);
    generator.FillUniform(accelerator.DefaultStream, buffer.View);
    accelerator.Synchronize();
    var numbers = buffer.GetAsArray1D();
    double mean = numbers.Average(), variance = numbers.Average(number => (number - mean) * (number - mean));
    var correlation = numbers.Zip(numbers.Skip(1)).Average(pair => (pair.First - mean) * (pair.Second - mean)) / variance;
    Console.WriteLine($"  {typeof(TProvider).Name,-15} mean {mean:f3}, correlation of neighbours {correlation,7:f4}");
    return correlation;
}
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
timeout 120 dotnet out/finding.dll || { echo "ILGPU behaves differently now."; exit 1; }
