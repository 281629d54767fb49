#!/usr/bin/env bash
# TorchVision of TorchSharp: make_grid throws "index out of range" where the pictures do not fill the last row. 64 samples in rows of 8 are
# well, 10 classes in rows of 8 end the training that wanted to show them. torchvision leaves the rest of the row empty.
# What to do: give nrow a number that divides how many there are, or fill up with zeros.
# Needs: Debian 13 (or a libstdc++ of GCC 13 or later), .NET 10 SDK, NuGet; compares with torchvision where python3-torchvision is.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if python3 -c "import torchvision" 2>/dev/null; then
    python3 - <<'PY'
import torch, torchvision
print(f"torchvision {torchvision.__version__}, rows of 8")
for count in (8, 10, 64):
    print(f"  {count} pictures of 28 x 28: {tuple(torchvision.utils.make_grid(torch.ones(count, 1, 28, 28)).shape)}")
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
Console.WriteLine("  rows of 8");
var threw = new List<int>();
foreach (var count in new[] { 8, 10, 64 })
{
    string said;
    try
    {
        said = $"({string.Join(", ", torchvision.utils.make_grid(ones(count, 1, 28, 28)).shape)})";
    }
    catch (Exception error)
    {
        said = $"{error.GetType().Name}: {error.Message.Split('\n')[0]}";
        threw.Add(count);
    }

    Console.WriteLine($"  {count} pictures of 28 x 28: {said}");
}

return threw is [10] ? 0 : 1;
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "TorchVision behaves differently now, or its libraries do not load here."; exit 1; }
