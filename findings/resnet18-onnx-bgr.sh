#!/usr/bin/env bash
# Microsoft.ML.DnnImageFeaturizer.ResNet18: its network wants blue, green and red from 0 to 255 with a mean picture taken off, one picture
# at a time. Most ImageNet networks in ONNX files want red, green and blue, scaled by a mean and a deviation for each channel; fed like
# that, this one raises no error and gives other features. The package's second network turns the channels round by itself.
# What to do: run ResNetPreprocess.onnx first, on red, green and blue from 0 to 255, or do the same in the same order.
# Needs: .NET 10 SDK, NuGet (60 MB).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUGET_PACKAGES="$work/packages"

cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.ML.OnnxRuntime" Version="[1.31.1]" />
    <PackageDownload Include="Microsoft.ML.DnnImageFeaturizer.ResNet18" Version="[0.23.1]" />
  </ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

const int Side = 224, Plane = Side * Side;
using var prepare = new InferenceSession(Path.Combine(args[0], "ResNetPrepOnnx", "ResNetPreprocess.onnx"));
using var network = new InferenceSession(Path.Combine(args[0], "ResNet18Onnx", "ResNet18.onnx"));

float[] Run(InferenceSession session, int count, Func<int, float> of)
{
    var input = new DenseTensor<float>(Enumerable.Range(0, count * 3 * Plane).Select(of).ToArray(), new[] { count, 3, Side, Side });
    using var results = session.Run([NamedOnnxValue.CreateFromTensor(session.InputMetadata.Keys.Single(), input)]);
    return results.First().AsTensor<float>().ToArray();
}

// A picture that is 10 in red, 20 in green and 30 in blue, and a black one.
var black = Run(prepare, 1, _ => 0);
var coloured = Run(prepare, 1, i => 10 * (i / Plane + 1));
var order = string.Join(" ", Enumerable.Range(0, 3).Select(channel => MathF.Round(coloured[channel * Plane] - black[channel * Plane])));
Console.WriteLine($"red 10, green 20, blue 30 come out as {order}");
var (corner, middle) = (-black[0], -black[Plane / 2 + Side / 2]);
Console.WriteLine($"what is taken off the first channel: {corner:0.00} in a corner, {middle:0.00} in the middle");

// A made picture, prepared by the package's own network, and as most networks want it.
float Pixel(int i) => i % 251;
float[] mean = [0.485f, 0.456f, 0.406f], deviation = [0.229f, 0.224f, 0.225f];
var prepared = Run(prepare, 1, Pixel);
var right = Run(network, 1, i => prepared[i]);
var usual = Run(network, 1, i => (Pixel(i) / 255 - mean[i / Plane]) / deviation[i / Plane]);
double Dot(float[] a, float[] b) => a.Zip(b, (x, y) => (double)x * y).Sum();
var cosine = Dot(right, usual) / Math.Sqrt(Dot(right, right) * Dot(usual, usual));
Console.WriteLine($"cosine of the features of the same picture, prepared by the package and as usual: {cosine:0.00}");

var refused = false;
try
{
    Run(network, 2, Pixel);
}
catch (OnnxRuntimeException error)
{
    refused = true;
    Console.WriteLine($"two pictures at once: {error.Message.Split('\n')[0]}");
}

return order == "30 20 10" && MathF.Abs(corner - middle) > 1 && cosine < 0.9 && refused ? 0 : 1;
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll "$work/packages/microsoft.ml.dnnimagefeaturizer.resnet18/0.23.1/tools/DnnImageModels" \
    || { echo "The package behaves differently now."; exit 1; }
