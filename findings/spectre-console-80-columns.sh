#!/usr/bin/env bash
# Spectre.Console breaks lines at 80 columns when its output is a pipe or a file, so `program | grep` misses what stood on one line, and
# long paths in a log come in two pieces.
# What to do: write machine-read lines with Console.WriteLine, or set AnsiConsole.Profile.Width where the output is redirected.
# Needs: .NET 10 SDK, NuGet.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="Spectre.Console" Version="[0.57.2]" /></ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using Spectre.Console;

if (args.Length > 0)
    AnsiConsole.Profile.Width = int.Parse(args[0]);
AnsiConsole.WriteLine(string.Join(' ', Enumerable.Repeat("word", 30)));
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
lines=$(dotnet out/finding.dll | wc -l)
longest=$(dotnet out/finding.dll | awk '{ if (length > most) most = length } END { print most }')
wide=$(dotnet out/finding.dll 1000 | wc -l)
echo "Spectre.Console 0.57.2, one WriteLine of 149 characters into a pipe"
echo "  as it comes:        $lines lines, the longest of $longest characters"
echo "  Profile.Width 1000: $wide line"
[ "$lines" -eq 2 ] && [ "$longest" -le 80 ] && [ "$wide" -eq 1 ] || { echo "Spectre.Console behaves differently now."; exit 1; }
