#!/usr/bin/env bash
# ONNX Runtime: a RandomNormal with a seed gives other numbers in each run of a session, and one without a seed the same numbers in each new
# session of a process. A generator whose noise is in the file draws the first time what it never draws again, and a server that opens the
# file for each request draws the same picture for everybody until it is started anew. The seeds 0.25, 0.75 and 1 draw the same.
# What to do: make z and the noise inputs of the graph, and fill them outside of it.
# Needs: .NET 10 SDK, NuGet, python3-onnx of Debian (any version).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

/usr/bin/python3 - <<'PY'
import onnx
from onnx import TensorProto, helper

for name, seed in (("seed-1", {"seed": 1.0}), ("seed-0.25", {"seed": 0.25}), ("seed-0.75", {"seed": 0.75}), ("no-seed", {})):
    noise = helper.make_node("RandomNormal", [], ["noise"], shape=[3], **seed)
    graph = helper.make_graph([noise], "noise", [], [helper.make_tensor_value_info("noise", TensorProto.FLOAT, [3])])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    onnx.checker.check_model(model)
    onnx.save(model, f"{name}.onnx")
PY
cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="Microsoft.ML.OnnxRuntime" Version="[1.31.1]" /></ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using Microsoft.ML.OnnxRuntime;

Console.WriteLine($"ONNX Runtime {OrtEnv.Instance().GetVersionString()}, .NET {Environment.Version}");
var drawn = new Dictionary<string, string[]>();
foreach (var name in new[] { "seed-1", "seed-0.25", "seed-0.75", "no-seed" })
{
    drawn[name] = [.. Runs(name), .. Runs(name)];
    Console.WriteLine($"  {name,-9} run 1: {drawn[name][0]}   run 2: {drawn[name][1]}");
    Console.WriteLine($"  {"",-9} run 1: {drawn[name][2]}   run 2: {drawn[name][3]}   of a new session");
}

var runsDiffer = drawn.Values.All(d => d[0] != d[1]);
var sessionsRepeat = drawn.Values.All(d => d[0] == d[2] && d[1] == d[3]);
var seedsAreOne = new[] { "seed-0.25", "seed-0.75" }.All(name => drawn[name].SequenceEqual(drawn["seed-1"]));
return runsDiffer && sessionsRepeat && seedsAreOne ? 0 : 1;

static string[] Runs(string name)
{
    using var session = new InferenceSession($"{name}.onnx");
    return [Run(session), Run(session)];
}

static string Run(InferenceSession session)
{
    using var outputs = session.Run([]);
    return string.Join(' ', outputs[0].AsEnumerable<float>().Select(number => $"{number,7:f4}"));
}
CS
dotnet build -v q --nologo -o out > build.log 2>&1 || { cat build.log; exit 1; }
dotnet out/finding.dll || { echo "ONNX Runtime behaves differently now."; exit 1; }
