#!/usr/bin/env bash
# ImageSharp: Image.Load<L8> drops alpha and shows the colour that fully transparent pixels hide. A cut-out whose background is
# "transparent white" comes out white; loaded as Rgba32 and resized, the same background comes out black.
# What to do: load as Rgba32 and composite on a stated background before going to grey.
# Needs: .NET 10 SDK, NuGet. The audit of packages is off: the script reads only the file that it writes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
    <NuGetAudit>false</NuGetAudit>
  </PropertyGroup>
  <ItemGroup><PackageReference Include="SixLabors.ImageSharp" Version="[2.1.13]" /></ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

// A grey square on transparent white.
using var cutOut = new Image<Rgba32>(56, 56, new Rgba32(255, 255, 255, 0));
for (var y = 14; y < 42; y++)
    for (var x = 14; x < 42; x++)
        cutOut[x, y] = new Rgba32(100, 100, 100, 255);
cutOut.SaveAsPng("cut-out.png");

using var dropped = Image.Load<L8>("cut-out.png");
using var resized = Image.Load<Rgba32>("cut-out.png");
resized.Mutate(image => image.Resize(28, 28));
using var grey = resized.CloneAs<L8>();
using var composited = new Image<Rgba32>(56, 56, new Rgba32(0, 0, 0, 255));
using var source = Image.Load<Rgba32>("cut-out.png");
composited.Mutate(image => image.DrawImage(source, 1));
using var stated = composited.CloneAs<L8>();

Console.WriteLine($"ImageSharp {typeof(Image).Assembly.GetName().Version}; the transparent corner and the grey middle as bytes");
Console.WriteLine($"  Load<L8>:                       {dropped[2, 2].PackedValue} {dropped[28, 28].PackedValue}");
Console.WriteLine($"  Load<Rgba32>, Resize, to L8:    {grey[1, 1].PackedValue} {grey[14, 14].PackedValue}");
Console.WriteLine($"  Load<Rgba32>, on black, to L8:  {stated[2, 2].PackedValue} {stated[28, 28].PackedValue}");
return (dropped[2, 2].PackedValue, grey[1, 1].PackedValue, stated[2, 2].PackedValue) == (255, 0, 0) ? 0 : 1;
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "ImageSharp behaves differently now."; exit 1; }
