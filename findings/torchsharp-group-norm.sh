#!/usr/bin/env bash
# TorchSharp: a new nn.GroupNorm has no weight of 1 and no bias of 0, but what its memory held before: zeros, what another tensor had, or
# 1e27. So what it gives means nothing, and each start of the program gives something else. BatchNorm2d and LayerNorm are right.
# What to do: init.ones_(norm.weight) and init.zeros_(norm.bias) after each, or affine: false.
# Needs: Debian 13 (or a libstdc++ of GCC 13 or later), .NET 10 SDK, NuGet; compares with PyTorch where python3-torch is installed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if python3 -c "import torch" 2>/dev/null; then
    python3 - <<'PY'
import torch
norms = [torch.nn.GroupNorm(4, 16) for _ in range(8)]
right = sum(bool((norm.weight == 1).all() and (norm.bias == 0).all()) for norm in norms)
print(f"PyTorch {torch.__version__}: {right} of 8 new GroupNorms have weights of 1 and biases of 0")
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
var right = 0;
for (var made = 0; made < 8; made++)
{
    // A tensor that is done with; its memory may be used again.
    full(16, 7f).Dispose();
    var norm = nn.GroupNorm(4, 16);
    float[] weight = [.. norm.weight!.data<float>()], bias = [.. norm.bias!.data<float>()];
    right += weight.All(value => value == 1) && bias.All(value => value == 0) ? 1 : 0;
    Console.WriteLine($"  weight: {string.Join(' ', weight.Take(8).Select(value => $"{value:g3}"))} ...");
}

var others = nn.BatchNorm2d(16).weight!.eq(1).all().item<bool>() && nn.LayerNorm(16).weight!.eq(1).all().item<bool>();
Console.WriteLine($"  {right} of 8 new GroupNorms have weights of 1 and biases of 0");
Console.WriteLine($"  new BatchNorm2d and LayerNorm have weights of 1: {others}");
return right == 0 && others ? 0 : 1;
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "TorchSharp behaves differently now, or its libraries do not load here."; exit 1; }
