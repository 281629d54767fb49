#!/usr/bin/env bash
# TorchVision of TorchSharp: gaussian_blur weighs by a bell turned over, nothing in the middle and most in the corners, whatever sigma is. A
# white pixel becomes four dots with a hole between them, and a picture four faint copies of itself, where torchvision makes it soft.
# What to do: nn.functional.conv2d with a kernel of one's own.
# Needs: Debian 13 (or a libstdc++ of GCC 13 or later), .NET 10 SDK, NuGet; compares with torchvision where python3-torchvision is.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if python3 -c "import torchvision" 2>/dev/null; then
    python3 - <<'PY'
import torch, torchvision
dot = torch.zeros(1, 5, 5)
dot[0, 2, 2] = 1
blurred = torchvision.transforms.functional.gaussian_blur(dot, [3, 3], [0.8, 0.8])
print(f"torchvision {torchvision.__version__}, one white pixel, gaussian_blur of 3 x 3, sigma 0.8")
for row in blurred[0].tolist():
    print("  " + " ".join(f"{value:.3f}" for value in row))
PY
else
    echo "torchvision is not here to compare with (Debian: python3-torchvision)."
fi

cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="TorchSharp-cpu" Version="[0.107.0]" />
    <PackageReference Include="TorchVision" Version="[0.107.0]" />
  </ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torchvision;

Console.WriteLine($"TorchVision {typeof(torchvision).Assembly.GetName().Version} for TorchSharp, .NET {Environment.Version}");
var dot = zeros(1, 5, 5);
dot[0, 2, 2] = 1;
Tensor blurred = transforms.functional.gaussian_blur(dot, [3, 3], [0.8f, 0.8f]),
    softer = transforms.functional.gaussian_blur(dot, [3, 3], [2f, 2f]);
for (var y = 0; y < 5; y++)
    Console.WriteLine($"  {string.Join(' ', Enumerable.Range(0, 5).Select(x => $"{blurred[0, y, x].item<float>():f3}"))}");
var (middle, corner) = (blurred[0, 2, 2].item<float>(), blurred[0, 1, 1].item<float>());
Console.WriteLine($"  sigma 2 gives {(softer.equal(blurred).all().item<bool>() ? "the same" : "something else")}");
return middle < 0.001 && corner > 0.249 && softer.equal(blurred).all().item<bool>() ? 0 : 1;
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "TorchVision behaves differently now, or its libraries do not load here."; exit 1; }
