#!/usr/bin/env bash
# TorchVision of TorchSharp: datasets.FashionMNIST divides by 256, so white is 0.996 and, after Normalize(0.5, 0.5), 0.992,
# where torchvision's ToTensor divides by 255 and has 1. A generator that ends in a tanh draws 1, which no real picture has, so a
# discriminator could tell it by that alone.
# What to do: multiply by 256f / 255f.
# Needs: Debian 13 (apt, and a libstdc++ of GCC 13 or later), .NET 10 SDK, NuGet; compares with torchvision where python3-torchvision is.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

apt-get -q download dataset-fashion-mnist > apt.log 2>&1 || { cat apt.log; exit 1; }
dpkg-deb -x dataset-fashion-mnist_*.deb .
# Where and as what this class looks for its files.
mkdir -p root/fashion-mnist/test_data
for file in usr/share/datasets/fashion-mnist/*.gz; do
    gunzip -c "$file" > "root/fashion-mnist/test_data/$(basename "$file" .gz)"
done
cp usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz pictures.gz

if python3 -c "import torchvision" 2>/dev/null; then
    python3 - <<'PY'
import gzip
import numpy
import torchvision
from torchvision.transforms import ToTensor
picture = numpy.frombuffer(gzip.open("pictures.gz").read(16 + 784)[16:], numpy.uint8).reshape(28, 28, 1).copy()
print(f"torchvision {torchvision.__version__}, first picture: bytes up to {picture.max()}, ToTensor up to {ToTensor()(picture).max():.6f}")
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
using var pictures = datasets.FashionMNIST("root", train: true, download: false);
var most = pictures.GetTensor(0)["data"].max().item<float>();
var bytes = File.ReadAllBytes("root/fashion-mnist/test_data/train-images-idx3-ubyte")[16..(16 + 784)];
Console.WriteLine($"  first of {pictures.Count} pictures: bytes up to {bytes.Max()}, numbers up to {most:f6}; 255 / 256 = {255 / 256f:f6}");
return most == 255 / 256f ? 0 : 1;
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "TorchVision behaves differently now, or its libraries do not load here."; exit 1; }
