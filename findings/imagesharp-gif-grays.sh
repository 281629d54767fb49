#!/usr/bin/env bash
# ImageSharp 2.1: a GIF of gray pictures has room for all 256 grays, and with a palette of all of them and no dithering the encoder still
# moves most: it looks colours up in a cache with cells of 8 values, so all of a cell get the palette entry of whichever was looked up first.
# Pixels written and read again differ by up to 7 of 255. A PNG of the same picture is exact.
# What to do: keep measurements off GIF files; say how far values may be off.
# Needs: .NET 10 SDK, NuGet. The audit of packages is off: the script reads only the files that it writes.
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
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing.Processors.Quantization;

// Each gray once.
using var grays = new Image<L8>(256, 1);
for (var i = 0; i < 256; i++)
    grays[i, 0] = new L8((byte)i);
Color[] palette = [.. Enumerable.Range(0, 256).Select(i => Color.FromRgb((byte)i, (byte)i, (byte)i))];
var exact = new PaletteQuantizer(palette, new QuantizerOptions { Dither = null });
grays.SaveAsGif("grays.gif", new GifEncoder { Quantizer = exact, ColorTableMode = GifColorTableMode.Local });
grays.SaveAsPng("grays.png");

int[] Off(string file)
{
    using var read = Image.Load<L8>(file);
    return [.. Enumerable.Range(0, 256).Select(i => Math.Abs(read[i, 0].PackedValue - i))];
}

var (gif, png) = (Off("grays.gif"), Off("grays.png"));
Console.WriteLine($"ImageSharp {typeof(Image).Assembly.GetName().Version}: 256 grays, a palette of the same 256, no dithering");
Console.WriteLine($"  GIF: {gif.Count(off => off > 0)} values changed, by {gif.Max()} at most");
Console.WriteLine($"  PNG: {png.Count(off => off > 0)} values changed");
return gif.Max() == 7 && png.Max() == 0 ? 0 : 1;
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "ImageSharp behaves differently now."; exit 1; }
