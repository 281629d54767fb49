#!/usr/bin/env bash
# .NET's GZipStream reads a .gz file that is cut short to its end without an error, and ignores bytes that follow one.
# gzip(1) and Python's gzip module report both a cut and bytes behind the end.
# What to do: compare the unpacked length with what the content promises (an IDX file's head, for one); read the trailer yourself.
# Needs: .NET 10 SDK (System.IO.Compression of its runtime), gzip, python3.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
</Project>
XML
cat > Program.cs <<'CS'
using System.IO.Compression;

static string Read(byte[] file)
{
    using var gzip = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
    using var content = new MemoryStream();
    try
    {
        gzip.CopyTo(content);
        return $"{content.Length} bytes, no error";
    }
    catch (Exception error)
    {
        return $"{error.GetType().Name}: {error.Message}";
    }
}

var bytes = new byte[100_000];
new Random(1).NextBytes(bytes);
using var packed = new MemoryStream();
using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
    gzip.Write(bytes);
var whole = packed.ToArray();
byte[] half = whole[..(whole.Length / 2)], noSum = whole[..^8], longer = [.. whole, .. "more"u8];
File.WriteAllBytes("half.gz", half);
File.WriteAllBytes("no-sum.gz", noSum);
File.WriteAllBytes("longer.gz", longer);
Console.WriteLine($".NET {Environment.Version}, GZipStream");
var (cut, sumless, followed) = (Read(half), Read(noSum), Read(longer));
Console.WriteLine($"  half of the file:       {cut}");
Console.WriteLine($"  without sum and length: {sumless}");
Console.WriteLine($"  with 4 bytes behind:    {followed}");
return cut.EndsWith("no error") && sumless == "100000 bytes, no error" && followed == "100000 bytes, no error" ? 0 : 1;
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "GZipStream behaves differently now."; exit 1; }

gzip --version | head -n 1
for file in half no-sum longer; do
    if said=$(gzip -cd "$file.gz" 2>&1 > /dev/null); then echo "gzip takes $file.gz now."; exit 1; fi
    echo "  $file.gz: $(echo "$said" | tr -s '\n ' ' ')"
done
python3 - <<'PY'
import gzip, sys
print("Python", sys.version.split()[0])
for name in "half", "no-sum", "longer":
    try:
        gzip.open(name + ".gz").read()
    except (EOFError, OSError) as error:
        print(f"  {name}.gz: {type(error).__name__}: {error}")
    else:
        sys.exit(f"Python takes {name}.gz now.")
PY
