#!/usr/bin/env bash
# TorchSharp: autograd.grad(..., create_graph: true) frees the graph of what it differentiates, unless it is told retain_graph: true, too.
# In PyTorch, whose name and parameters it has, retain_graph is create_graph where nobody says otherwise. So a gradient penalty that is
# added to the loss it was made from, as R1 is in published code, ends in "Trying to backward through the graph a second time".
# What to do: retain_graph: true beside every create_graph: true.
# Needs: Debian 13 (or a libstdc++ of GCC 13 or later), .NET 10 SDK, NuGet; compares with PyTorch where python3-torch is installed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if python3 -c "import torch" 2>/dev/null; then
    python3 - <<'PY'
import torch
x, w = torch.ones(2, 3, requires_grad=True), torch.ones(3, 1, requires_grad=True)
y = (x @ w).square().sum()
slope, = torch.autograd.grad([y], [x], create_graph=True)
(y + slope.square().sum()).backward()
print(f"PyTorch {torch.__version__}: grad(create_graph=True), then backward of the same graph: {w.grad.flatten().tolist()}")
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

string Backward(bool retain)
{
    Tensor x = ones([2, 3], requires_grad: true), w = ones([3, 1], requires_grad: true);
    var y = x.matmul(w).square().sum();
    var slope = (retain ? autograd.grad([y], [x], retain_graph: true, create_graph: true) : autograd.grad([y], [x], create_graph: true))[0];
    try
    {
        (y + slope.square().sum()).backward();
        return string.Join(", ", w.grad!.data<float>().ToArray());
    }
    catch (Exception error)
    {
        return error.Message.Split('.', '\n')[0];
    }
}

var (plain, retained) = (Backward(retain: false), Backward(retain: true));
Console.WriteLine($"TorchSharp {typeof(torch).Assembly.GetName().Version}, .NET {Environment.Version}");
Console.WriteLine($"  grad(create_graph: true), then backward of the same graph: {plain}");
Console.WriteLine($"  with retain_graph: true: {retained}");
return plain.StartsWith("Trying to backward through the graph a second time") && retained == "300, 300, 300" ? 0 : 1;
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "TorchSharp behaves differently now, or its libraries do not load here."; exit 1; }
