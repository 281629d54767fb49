#!/usr/bin/env bash
# TorchSharp: nn.Hardtanh and nn.functional.hardtanh give back what they were given, not cut off at min_val and max_val. In place they do
# cut. A generator that ends in one draws pixels beyond -1 and 1.
# What to do: x.clamp(-1, 1), which has the same gradient inside; ReLU6 is right.
# Needs: Debian 13 (or a libstdc++ of GCC 13 or later), .NET 10 SDK, NuGet; compares with PyTorch where python3-torch is installed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if python3 -c "import torch" 2>/dev/null; then
    python3 - <<'PY'
import torch
x = torch.tensor([-2, -0.5, 0, 0.5, 2])
print(f"PyTorch {torch.__version__}, Hardtanh of {x.tolist()}: {torch.nn.Hardtanh()(x).tolist()}")
PY
else
    echo "PyTorch is not here to compare with (Debian: python3-torch)."
fi

cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup><PackageReference Include="TorchSharp-cpu" Version="[0.107.0]" /></ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using TorchSharp;
using static TorchSharp.torch;

Console.WriteLine($"TorchSharp {typeof(torch).Assembly.GetName().Version}, .NET {Environment.Version}");
float[] given = [-2, -0.5f, 0, 0.5f, 2];
var seen = Show("Hardtanh()", nn.Hardtanh().call(tensor(given)));
var narrow = Show("hardtanh(x, -0.1, 0.1)", nn.functional.hardtanh(tensor(given), -0.1, 0.1));
var inPlace = Show("hardtanh(x, inplace: true)", nn.functional.hardtanh(tensor(given), inplace: true));
var clamped = Show("clamp(-1, 1)", tensor(given).clamp(-1, 1));
return seen.SequenceEqual(given) && narrow.SequenceEqual(given) && inPlace.SequenceEqual(clamped) ? 0 : 1;

float[] Show(string name, Tensor tensor)
{
    var values = tensor.data<float>().ToArray();
    Console.WriteLine($"  {name} of [{string.Join(", ", given)}]: [{string.Join(", ", values)}]");
    return values;
}
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "TorchSharp behaves differently now, or its libraries do not load here."; exit 1; }
