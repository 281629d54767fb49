#!/usr/bin/env bash
# TorchSharp: some of torch.distributions contradict themselves. A Weibull, which is positive, draws negative numbers; the mean of a
# Geometric, a count, is below 0; the variance of an Exponential of rate r is r * r, not 1 / (r * r), though it draws as it should.
# What to do: hold the moments of a distribution against its samples before a latent space is made of it; Normal and Beta are right.
# Needs: Debian 13 (or a libstdc++ of GCC 13 or later), .NET 10 SDK, NuGet; compares with PyTorch where python3-torch is installed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if python3 -c "import torch" 2>/dev/null; then
    python3 - <<'PY'
import torch
from torch.distributions import Exponential, Geometric, Weibull
torch.manual_seed(1)
for name, one in (("Weibull(0.5, 1)", Weibull(0.5, 1.0)), ("Geometric(0.2)", Geometric(0.2)), ("Exponential(0.5)", Exponential(0.5))):
    drawn = one.sample((20_000,))
    print(f"PyTorch {torch.__version__}, {name:16} mean {one.mean:5.2f}, drawn {drawn.mean():5.2f}; variance {one.variance:5.2f}, drawn "
          f"{drawn.var():5.2f}; least drawn {drawn.min():.2f}")
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
random.manual_seed(1);
var (_, _, weibull) = Show("Weibull(0.5, 1)", distributions.Weibull(tensor(0.5f), tensor(1f)));
var (geometric, _, _) = Show("Geometric(0.2)", distributions.Geometric(tensor(0.2f)));
var (_, exponential, _) = Show("Exponential(0.5)", distributions.Exponential(tensor(0.5f)));
return weibull < 0 && geometric < 0 && Math.Abs(exponential - 0.25) < 1e-6 ? 0 : 1;

static (float Mean, float Variance, float Least) Show(string name, distributions.Distribution distribution)
{
    var drawn = distribution.sample(20_000);
    float mean = distribution.mean.item<float>(), variance = distribution.variance.item<float>(), least = drawn.min().item<float>();
    float drawnMean = drawn.mean().item<float>(), drawnVariance = drawn.var().item<float>();
    Console.WriteLine($"  {name,-16} mean {mean,5:f2}, drawn {drawnMean,5:f2}; variance {variance,5:f2}, drawn {drawnVariance,5:f2}; " +
        $"least drawn {least:f2}");
    return (mean, variance, least);
}
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "TorchSharp behaves differently now, or its libraries do not load here."; exit 1; }
