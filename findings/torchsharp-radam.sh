#!/usr/bin/env bash
# TorchSharp: RAdam multiplies by the learning rate twice from its sixth step on, so with 0.01 it moves a hundredth as far as PyTorch's, and
# training seems to have ended. And AdamW, whose point is weight decay, has a weight_decay of 0 where nobody says one; PyTorch's has 0.01.
# What to do: Adam instead of RAdam, which is PyTorch's to the last digit printed here, and weight_decay: 0.01 for AdamW.
# Needs: Debian 13 (or a libstdc++ of GCC 13 or later), .NET 10 SDK, NuGet; compares with PyTorch where python3-torch is installed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if python3 -c "import torch" 2>/dev/null; then
    python3 - <<'PY'
import torch
for name, make in (("RAdam", torch.optim.RAdam), ("Adam", torch.optim.Adam), ("AdamW", torch.optim.AdamW)):
    p = torch.nn.Parameter(torch.ones(1, dtype=torch.float64))
    optimizer, after = make([p], 0.01), []
    for _ in range(8):
        optimizer.zero_grad()
        p.sum().backward()
        optimizer.step()
        after.append(f"{p.item():.6f}")
    print(f"PyTorch {torch.__version__}, {name:5}: {' '.join(after)}")
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
using TorchSharp.Modules;
using static TorchSharp.torch;

Console.WriteLine($"TorchSharp {typeof(torch).Assembly.GetName().Version}, .NET {Environment.Version}");
var radam = Steps("RAdam", p => optim.RAdam([p], 0.01));
var adam = Steps("Adam", p => optim.Adam([p], 0.01));
var adamW = Steps("AdamW", p => optim.AdamW([p], 0.01));
double first = radam[4] - radam[5], rightFirst = 0.95 - 0.949742;
Console.WriteLine($"  RAdam's sixth step: {first:e2}; PyTorch 2.6: {rightFirst:e2}, {rightFirst / first:f0} times as much");
return Math.Abs(radam[4] - 0.95) < 1e-6 && Math.Abs(rightFirst / first - 100) < 2 && adam[7] == adamW[7] ? 0 : 1;

// A number that begins at 1 and has a slope of 1, after each of eight steps.
double[] Steps(string name, Func<Parameter, optim.Optimizer> make)
{
    var p = new Parameter(ones(1, dtype: float64));
    var optimizer = make(p);
    var after = new double[8];
    for (var step = 0; step < after.Length; step++)
    {
        optimizer.zero_grad();
        p.sum().backward();
        optimizer.step();
        after[step] = p.item<double>();
    }

    Console.WriteLine($"  {name,-5}: {string.Join(' ', after.Select(value => $"{value:f6}"))}");
    return after;
}
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "TorchSharp behaves differently now, or its libraries do not load here."; exit 1; }
