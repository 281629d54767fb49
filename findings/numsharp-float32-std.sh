#!/usr/bin/env bash
# NumSharp: std and var of a long float32 array are wrong in the third digit. Of the 47 million
# pixels of Fashion-MNIST it says 0.354, where 0.353 is published and NumPy, whose API it has, says 0.353. With fewer pictures it is right.
# What to do: make statistics of pictures of astype(np.float64).
# Needs: .NET 10 SDK, NuGet, Debian or Ubuntu with apt package lists, python3-numpy (any version) to compare.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

apt-get -q download dataset-fashion-mnist > apt.log 2>&1 || { cat apt.log; exit 1; }
dpkg-deb -x dataset-fashion-mnist_*.deb .
gunzip -c usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz > pictures

cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="NumSharp" Version="[0.70.0]" /></ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using NumSharp;

var pixels = File.ReadAllBytes("pictures")[16..].Select(b => b / 255f).ToArray();
Console.WriteLine($"NumSharp {typeof(np).Assembly.GetName().Version}, .NET {Environment.Version}");
var offs = new List<double>();
foreach (var count in new[] { 1_000, 60_000 })
{
    var array = np.array(pixels[..(count * 784)]);
    double here = (float)np.std(array), right = (double)np.std(array.astype(np.float64));
    offs.Add(Math.Abs(here / right - 1));
    Console.WriteLine($"  {count,6} pictures: std of float32 {here:f5}, of float64 {right:f5}, off by {offs[^1]:p3}");
}

return offs[0] < 2e-4 && offs[1] > 5e-4 ? 0 : 1;
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "NumSharp behaves differently now."; exit 1; }
/usr/bin/python3 - <<'PY'
import sys
import numpy

pixels = numpy.fromfile("pictures", numpy.uint8)[16:].astype(numpy.float32) / numpy.float32(255)
here, right = float(pixels.std()), float(pixels.std(dtype=numpy.float64))
print(f"NumPy {numpy.__version__}")
print(f"   60000 pictures: std of float32 {here:.5f}, of float64 {right:.5f}, off by {abs(here / right - 1):.3%}")
sys.exit(0 if abs(here / right - 1) < 2e-4 else 1)
PY
