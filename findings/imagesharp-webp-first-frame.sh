#!/usr/bin/env bash
# ImageSharp 2.1: SaveAsWebp of a picture of several frames writes the first one and says nothing; SaveAsGif of the same picture writes all.
# A walk between two pictures that is saved so becomes a still picture. (Version 3 writes animations; its licence is another.)
# What to do: write each frame as a WebP file of its own, and put their VP8L chunks into ANMF chunks, after VP8X and ANIM.
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
using System.Text;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

// Three frames, from dark to light.
using var walk = new Image<L8>(28, 28, new L8(0));
foreach (byte value in new byte[] { 120, 240 })
{
    using var next = new Image<L8>(28, 28, new L8(value));
    walk.Frames.AddFrame(next.Frames.RootFrame);
}

walk.SaveAsGif("walk.gif");
walk.SaveAsWebp("walk.webp");
using var gif = Image.Load<L8>("walk.gif");
using var webp = Image.Load<L8>("walk.webp");
var animated = Encoding.Latin1.GetString(File.ReadAllBytes("walk.webp")).Contains("ANIM");
Console.WriteLine($"ImageSharp {typeof(Image).Assembly.GetName().Version}: {walk.Frames.Count} frames saved");
Console.WriteLine($"  GIF:  {gif.Frames.Count} frames");
Console.WriteLine($"  WebP: {webp.Frames.Count} frame of value {webp[14, 14].PackedValue}, {(animated ? "with" : "no")} ANIM chunk, no error");
return (walk.Frames.Count, gif.Frames.Count, webp.Frames.Count, animated) == (3, 3, 1, false) ? 0 : 1;
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "ImageSharp behaves differently now."; exit 1; }
