#!/usr/bin/env bash
# NumSharp: np.random.choice(n, shape, replace: false) takes no notice of replace. It draws some numbers twice, gives without a word more
# numbers than there are, and the same ones as with replace: true. The generator itself is NumPy's: randn and permutation of the same seed
# are, so a split of pictures looks right, and training and test pictures overlap.
# What to do: np.random.permutation(n), and take the first of it.
# Needs: .NET 10 SDK, NuGet, python3-numpy (any version) to compare.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="NumSharp" Version="[0.70.0]" /></ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using NumSharp;

string Draw(Func<NDArray> draw)
{
    np.random.seed(3);
    return string.Join(' ', draw().astype(np.int64).ToArray<long>());
}

Console.WriteLine($"NumSharp {typeof(np).Assembly.GetName().Version}, .NET {Environment.Version}, seed 3");
var without = Draw(() => np.random.choice(10, new Shape(10), replace: false));
var with = Draw(() => np.random.choice(10, new Shape(10), replace: true));
var more = Draw(() => np.random.choice(10, new Shape(20), replace: false)).Split(' ').Length;
var permutation = Draw(() => np.random.permutation(10));
Console.WriteLine($"  choice of 10 from 10, replace: false: {without}\n  the same, replace: true:              {with}");
Console.WriteLine($"  choice of 20 from 10, replace: false: {more} numbers, no error");
Console.WriteLine($"  permutation of 10:                    {permutation}");
File.WriteAllText("permutation", permutation);
return without == with && without.Split(' ').Distinct().Count() < 10 && more == 20 ? 0 : 1;
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "NumSharp behaves differently now."; exit 1; }
/usr/bin/python3 - <<'PY'
import sys
import numpy

numpy.random.seed(3)
choice = numpy.random.choice(10, 10, replace=False)
numpy.random.seed(3)
permutation = " ".join(map(str, numpy.random.permutation(10)))
print(f"NumPy {numpy.__version__}, seed 3\n  choice of 10 from 10, replace=False:  {' '.join(map(str, choice))}\n  permutation of 10:"
      f"                    {permutation}")
sys.exit(0 if len(set(choice)) == 10 and permutation == open("permutation").read() else 1)
PY
