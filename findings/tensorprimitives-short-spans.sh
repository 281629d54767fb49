#!/usr/bin/env bash
# System.Numerics.Tensors: TensorPrimitives.Exp and Tanh give one and the same number other last bits in a span of 1 to 3 elements than
# in a longer span, where the vectorised code computes it; and Tanh of a small number is 0 there instead of the number (1e-8 gives -0).
# What to do: cut no piece of an array shorter than 4 where results must not depend on how it is cut, and use MathF.Tanh where small
# arguments count.
# Needs: .NET 10 SDK, NuGet.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="System.Numerics.Tensors" Version="[10.0.15]" /></ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using System.Numerics.Tensors;

var numbers = new float[10_000];
var random = new Random(1);
for (var i = 0; i < numbers.Length; i++)
    numbers[i] = (float)(random.NextDouble() * 8 - 4);

int Different(Action<float[], float[]> compute, int length)
{
    var whole = new float[numbers.Length];
    compute(numbers, whole);
    var different = 0;
    for (var at = 0; at + length <= numbers.Length; at += length)
    {
        var piece = new float[length];
        compute(numbers[at..(at + length)], piece);
        for (var i = 0; i < length; i++)
            different += BitConverter.SingleToInt32Bits(piece[i]) != BitConverter.SingleToInt32Bits(whole[at + i]) ? 1 : 0;
    }

    return different;
}

Console.WriteLine($"System.Numerics.Tensors {typeof(TensorPrimitives).Assembly.GetName().Version}, .NET {Environment.Version}");
var expected = true;
foreach (var (name, compute) in new (string, Action<float[], float[]>)[]
    { ("Exp", (x, y) => TensorPrimitives.Exp<float>(x, y)), ("Tanh", (x, y) => TensorPrimitives.Tanh<float>(x, y)) })
    foreach (var length in new[] { 1, 3, 4, 5, 16 })
    {
        var different = Different(compute, length);
        Console.WriteLine($"  {name} in pieces of {length,2}: {different} of {numbers.Length} numbers differ from the whole span's");
        expected &= (different > 0) == (length < 4);
    }

float[] small = [1e-8f, 1e-8f, 1e-8f, 1e-8f], tanh = new float[4];
TensorPrimitives.Tanh<float>(small, tanh);
Console.WriteLine($"  Tanh(1e-8) in a span of 4: {tanh[0]}; MathF.Tanh: {MathF.Tanh(1e-8f)}");
return expected && tanh[0] == 0 && MathF.Tanh(1e-8f) == 1e-8f ? 0 : 1;
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "TensorPrimitives behaves differently now."; exit 1; }
