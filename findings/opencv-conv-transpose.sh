#!/usr/bin/env bash
# OpenCV 4.13 reads an ONNX ConvTranspose with auto_pad SAME_UPPER, and gives a map that is one row and one column too small and begins
# one row and one column too late, without a warning. For 3 x 3 pixels, a kernel of 5 x 5 and strides of 2, ONNX asks for 6 x 6. The same
# layer with explicit pads, 1,1,2,2, is refused. TensorFlow's and Keras' Conv2DTranspose with padding "same" is such a layer, so a network
# that was exported one way draws wrong pictures in OpenCV, and exported the other way does not load. ONNX Runtime 1.31.1 takes both.
# What to do: compare the shape of what cv::dnn gives with the file's; or write the layer without padding and cut its result.
# Needs: the .NET 10 SDK, Linux on x64.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.ML.OnnxRuntime" Version="[1.31.1]" />
    <PackageReference Include="OpenCvSharp4" Version="[4.13.0.20260627]" />
    <PackageReference Include="OpenCvSharp4.official.runtime.linux-x64" Version="[4.13.0.20260627]" />
  </ItemGroup>
</Project>
XML
# Two files of onnx.helper 1.12, which onnx.checker accepts: one ConvTranspose each, x (1, 1, 3, 3) to y (1, 1, 6, 6), with a kernel of
# 0, 0.1, ... 2.4. The attributes are strides 2,2 and auto_pad SAME_UPPER or pads 1,1,2,2.
base64 -d > same.onnx <<'FILE'
CAY6+QEKRQoBeAoBdxIBeSINQ29udlRyYW5zcG9zZSoZCghhdXRvX3BhZCIKU0FNRV9VUFBFUqABAyoQCgdzdHJpZGVzQAJAAqABBxIBZypzCAEIAQgFCAUQ
AUIBd0pkAAAAAM3MzD3NzEw+mpmZPs3MzD4AAAA/mpkZPzMzMz/NzEw/ZmZmPwAAgD/NzIw/mpmZP2Zmpj8zM7M/AADAP83MzD+amdk/ZmbmPzMz8z8AAABA
ZmYGQM3MDEAzMxNAmpkZQFobCgF4EhYKFAgBEhAKAggBCgIIAQoCCAMKAggDYhsKAXkSFgoUCAESEAoCCAEKAggBCgIIBgoCCAZCBAoAEAs=
FILE
base64 -d > pads.onnx <<'FILE'
CAY68QEKPQoBeAoBdxIBeSINQ29udlRyYW5zcG9zZSoRCgRwYWRzQAFAAUACQAKgAQcqEAoHc3RyaWRlc0ACQAKgAQcSAWcqcwgBCAEIBQgFEAFCAXdKZAAA
AADNzMw9zcxMPpqZmT7NzMw+AAAAP5qZGT8zMzM/zcxMP2ZmZj8AAIA/zcyMP5qZmT9mZqY/MzOzPwAAwD/NzMw/mpnZP2Zm5j8zM/M/AAAAQGZmBkDNzAxA
MzMTQJqZGUBaGwoBeBIWChQIARIQCgIIAQoCCAEKAggDCgIIA2IbCgF5EhYKFAgBEhAKAggBCgIIAQoCCAYKAggGQgQKABAL
FILE
cat > Program.cs <<'CS'
using Microsoft.ML.OnnxRuntime;
using OpenCvSharp;
using OpenCvSharp.Dnn;

static string Shown(IEnumerable<long> shape, IEnumerable<float> row) =>
    $"({string.Join(", ", shape)}), first row "
        + string.Join(" ", row.Select(x => x.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)));

static string OnnxRuntime(string file)
{
    using var session = new InferenceSession(file);
    using var x = OrtValue.CreateTensorValueFromMemory(Enumerable.Repeat(1f, 9).ToArray(), [1, 1, 3, 3]);
    using var results = session.Run(new RunOptions(), ["x"], [x], ["y"]);
    var shape = results[0].GetTensorTypeAndShape().Shape;
    return Shown(shape, results[0].GetTensorDataAsSpan<float>()[..(int)shape[3]].ToArray());
}

static string OpenCv(string file)
{
    try
    {
        using var net = CvDnn.ReadNetFromOnnx(file)!;
        using var x = new Mat([1, 1, 3, 3], MatType.CV_32F, Scalar.All(1));
        net.SetInput(x);
        using var y = net.Forward();
        return Shown(
            Enumerable.Range(0, 4).Select(axis => (long)y.Size(axis)), Enumerable.Range(0, y.Size(3)).Select(i => y.At<float>(0, 0, 0, i)));
    }
    catch (OpenCVException error)
    {
        return error.Message.Split('\n')[0];
    }
}

Console.WriteLine($"OpenCV {Cv2.GetVersionString()}");
var (same, pads) = (OpenCv("same.onnx"), OpenCv("pads.onnx"));
Console.WriteLine($"  auto_pad SAME_UPPER: OpenCV       {same}");
Console.WriteLine($"                       ONNX Runtime {OnnxRuntime("same.onnx")}");
Console.WriteLine($"  pads 1,1,2,2:        OpenCV       {pads}");
Console.WriteLine($"                       ONNX Runtime {OnnxRuntime("pads.onnx")}");
return same == "(1, 1, 5, 5), first row 2.4 2.8 4.2 2.8 3.2" && pads.Contains("asymmetric padding")
    && OnnxRuntime("same.onnx") == "(1, 1, 6, 6), first row 0.6 1.2 1.4 2.1 1.4 1.6"
    && OnnxRuntime("pads.onnx") == OnnxRuntime("same.onnx") ? 0 : 1;
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "OpenCV behaves differently now."; exit 1; }
