#!/usr/bin/env bash
# TorchSharp: CyclicLR turns the momentum the wrong way. It is to fall from max_momentum to base_momentum while the learning rate rises; it
# rises from 0.9 by as much, to 1, where nothing slows the parameters down just when steps are longest.
# What to do: cycle_momentum: false, or OneCycleLR, whose momentum falls as PyTorch's does.
# Needs: Debian 13 (or a libstdc++ of GCC 13 or later), .NET 10 SDK, NuGet; compares with PyTorch where python3-torch is installed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if python3 -c "import torch" 2>/dev/null; then
    python3 - <<'PY'
import warnings
import torch
warnings.simplefilter("ignore")
optimizer = torch.optim.SGD([torch.nn.Parameter(torch.ones(1))], 0.1, momentum=0.9)
scheduler = torch.optim.lr_scheduler.CyclicLR(optimizer, 0.01, 0.1, 3)
print(f"PyTorch {torch.__version__}")
for _ in range(6):
    optimizer.step()
    scheduler.step()
    print(f"  learning rate {optimizer.param_groups[0]['lr']:.2f}, momentum {optimizer.param_groups[0]['momentum']:.3f}")
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
var sgd = optim.SGD([new Parameter(ones(1))], 0.1, momentum: 0.9);
var scheduler = optim.lr_scheduler.CyclicLR(sgd, 0.01, 0.1, 3, base_momentum: 0.8, max_momentum: 0.9);
var group = (SGD.ParamGroup)sgd.ParamGroups.First();
var most = 0d;
for (var step = 0; step < 6; step++)
{
    sgd.step();
    scheduler.step();
    var momentum = group.Options.momentum!.Value;
    most = Math.Max(most, momentum);
    Console.WriteLine($"  learning rate {group.LearningRate:f2}, momentum {momentum:f3}");
}

return Math.Abs(most - 1) < 1e-9 ? 0 : 1;
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "TorchSharp behaves differently now, or its libraries do not load here."; exit 1; }
