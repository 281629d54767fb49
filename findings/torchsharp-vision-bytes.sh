#!/usr/bin/env bash
# TorchVision of TorchSharp: adjust_saturation and adjust_contrast mix a picture of bytes with its gray from 0 to 1, that is, with black. A
# saturation of 0 makes it black instead of gray, and each step of an augmentation darkens it. As float it is right.
# What to do: img.to(float32) / 255 before all transforms of colour.
# Needs: Debian 13 (or a libstdc++ of GCC 13 or later), .NET 10 SDK, NuGet; compares with torchvision where python3-torchvision is.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if python3 -c "import torchvision" 2>/dev/null; then
    python3 - <<'PY'
import torch, torchvision
from torchvision.transforms import functional
print(f"torchvision {torchvision.__version__}, a pixel of red 200, green 100, blue 50")
pixel = torch.tensor([200, 100, 50], dtype=torch.uint8).reshape(3, 1, 1)
for name, changed in (("saturation 0", functional.adjust_saturation(pixel, 0)), ("contrast 0.5", functional.adjust_contrast(pixel, 0.5))):
    print(f"  bytes, {name}: {changed.flatten().tolist()}")
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
var pixel = tensor(new byte[] { 200, 100, 50 }).reshape(3, 1, 1);
var expected = true;
foreach (var (name, change, wrong, right) in new (string, Func<Tensor, Tensor>, int[], int[])[]
    {
        ("saturation 0", img => transforms.functional.adjust_saturation(img, 0), [0, 0, 0], [124, 124, 124]),
        ("contrast 0.5", img => transforms.functional.adjust_contrast(img, 0.5), [100, 50, 25], [162, 112, 87]),
    })
{
    int[] bytes = Values(change(pixel)), floats = Values(change(pixel.to(float32) / 255) * 255);
    Console.WriteLine($"  bytes, {name}: [{string.Join(", ", bytes)}]   as float, times 255: [{string.Join(", ", floats)}]");
    expected &= bytes.SequenceEqual(wrong) && floats.Zip(right).All(pair => Math.Abs(pair.First - pair.Second) <= 1);
}

return expected ? 0 : 1;

static int[] Values(Tensor image) => [.. image.flatten().to(float32).data<float>().Select(value => (int)value)];
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "TorchVision behaves differently now, or its libraries do not load here."; exit 1; }
