#!/usr/bin/env bash
# PureHDF: Read<float[]>() of a data set of 32-bit integers gives their bits as if they were floats, 1 as 1E-45, and no error, and so does
# Read<sbyte[]>() with bytes above 127. Every other size is refused. The HDF5 library, which h5py uses, converts the values.
# What to do: look at Dataset.Type before reading (class, size, sign, byte order), read as that, and convert.
# Needs: .NET 10 SDK, NuGet, python3-h5py of Debian (any version).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1

/usr/bin/python3 - <<'PY'
import h5py, numpy

with h5py.File("pixels.h5", "w") as file:
    file["int32"] = numpy.array([0, 1, 128, 255], "<i4")
    file["uint8"] = numpy.array([0, 1, 128, 255], "u1")
    file["int64"] = numpy.array([0, 1, 128, 255], "<i8")
with h5py.File("pixels.h5") as file:
    read = numpy.zeros(4, "f4")
    file["int32"].read_direct(read)
    print(f"h5py {h5py.__version__}, HDF5 {h5py.version.hdf5_version}: int32 read as float: {read.tolist()}")
PY
cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="PureHDF" Version="[2.2.0]" /></ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using PureHDF;

using var file = H5File.OpenRead("pixels.h5");
Console.WriteLine($"PureHDF {typeof(H5File).Assembly.GetName().Version}, .NET {Environment.Version}");
var floats = Show("int32 read as float", () => file.Dataset("int32").Read<float[]>());
var signed = Show("uint8 read as sbyte", () => file.Dataset("uint8").Read<sbyte[]>());
var wide = Show("int64 read as float", () => file.Dataset("int64").Read<float[]>());
return floats == "0 1E-45 1.8E-43 3.57E-43" && signed == "0 1 -128 -1" && wide.StartsWith("Unable to decode") ? 0 : 1;

static string Show<T>(string what, Func<T[]> read)
{
    string seen;
    try
    {
        seen = string.Join(' ', read());
    }
    catch (Exception error)
    {
        seen = error.Message;
    }

    Console.WriteLine($"  {what}: {seen}");
    return seen;
}
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "PureHDF behaves differently now."; exit 1; }
