#!/usr/bin/env bash
# TorchSharp: init.trunc_normal_ writes one and the same number, std, into all weights, so that all neurons of a layer learn the same; and
# init.xavier_normal_ draws a uniform distribution, number for number what xavier_uniform_ draws.
# What to do: init.normal_ and clamp_, init.normal_(w, 0, gain * sqrt(2 / (fan_in + fan_out))); kaiming_normal_ is right.
# Needs: Debian 13 (or a libstdc++ of GCC 13 or later), .NET 10 SDK, NuGet; compares with PyTorch where python3-torch is installed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if python3 -c "import torch" 2>/dev/null; then
    python3 - <<'PY'
import torch
init = torch.nn.init
torch.manual_seed(1)
for name, draw in (("trunc_normal_", lambda w: init.trunc_normal_(w, 0, 0.02)), ("xavier_normal_", init.xavier_normal_),
                   ("kaiming_normal_", init.kaiming_normal_)):
    w = draw(torch.zeros(100, 100))
    print(f"PyTorch {torch.__version__}, {name:15} from {w.min():7.4f} to {w.max():.4f}, standard deviation {w.std():.4f}")
PY
else
    echo "PyTorch is not here to compare with (Debian: python3-torch)."
fi

cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup><PackageReference Include="TorchSharp-cpu" Version="[0.107.0]" /></ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using TorchSharp;
using static TorchSharp.torch;

Console.WriteLine($"TorchSharp {typeof(torch).Assembly.GetName().Version}, .NET {Environment.Version}");
var truncated = Draw("trunc_normal_", w => nn.init.trunc_normal_(w, 0, 0.02));
var normal = Draw("xavier_normal_", w => nn.init.xavier_normal_(w));
var uniform = Draw("xavier_uniform_", w => nn.init.xavier_uniform_(w));
var kaiming = Draw("kaiming_normal_", w => nn.init.kaiming_normal_(w));
return truncated.All(value => value == 0.02f) && normal.SequenceEqual(uniform) && kaiming.Max() > 0.4f ? 0 : 1;

static float[] Draw(string name, Func<Tensor, Tensor> draw)
{
    random.manual_seed(1);
    var weights = draw(zeros(100, 100)).data<float>().ToArray();
    double mean = weights.Average(), deviation = Math.Sqrt(weights.Average(weight => (weight - mean) * (weight - mean)));
    Console.WriteLine($"  {name,-15} from {weights.Min(),7:f4} to {weights.Max():f4}, standard deviation {deviation:f4}");
    return weights;
}
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "TorchSharp behaves differently now, or its libraries do not load here."; exit 1; }
