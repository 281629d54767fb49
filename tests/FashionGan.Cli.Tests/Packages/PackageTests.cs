using System.IO.Compression;
using System.Xml.Linq;
using FashionGanTf.Cli.Tests.Distributed;
using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Imaging.Decoding;
using FashionGanTf.Tests.Support;

namespace FashionGanTf.Cli.Tests.Packages;

/// <summary>The packages that <c>dotnet pack</c> makes are installed from a folder, as from a feed, and used.</summary>
[TestClass]
public class PackageTests
{
    /// <summary>What is packed, and the most bytes that it may take: three models have 19 million.</summary>
    private static readonly (string Project, string Package, long Bytes)[] s_packages =
    [
        ("TensorFlow.Managed", "TensorFlow.Managed", 1_000_000),
        ("FashionGan.Distributed", "FashionGan.Distributed", 100_000),
        ("FashionGan", "FashionGan", 21_000_000),
        ("FashionGan.Cli", "fashion-gan", 28_000_000),
    ];

    private static string Feed => Workplace.Folder("feed");

    [ClassInitialize]
    public static void Pack(TestContext context)
    {
        // The tests' own build is packed: .../bin/Debug/net10.0/.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        foreach (var (project, _, _) in s_packages)
            Sdk.Run(Repository.Root, "pack", $"src/{project}", "--no-build", "-c", configuration, "-o", Feed, "-v", "q");
    }

    [TestMethod]
    public void APackageSaysWhatItIs()
    {
        foreach (var (_, package, bytes) in s_packages)
        {
            var file = new FileInfo(Directory.GetFiles(Feed, $"{package}.0.1.0.nupkg").Single());
            Assert.IsLessThan(bytes, file.Length, package);
            using var zip = ZipFile.OpenRead(file.FullName);
            Assert.IsNotNull(zip.GetEntry("README.md"), package);
            using var nuspec = zip.GetEntry($"{package}.nuspec")!.Open();
            var metadata = XDocument.Load(nuspec).Root!.Elements().Single();
            foreach (var (name, value) in new[] { ("license", "MIT"), ("readme", "README.md"), ("version", "0.1.0") })
                Assert.AreEqual(value, metadata.Elements().Single(element => element.Name.LocalName == name).Value, package);
        }

        foreach (var library in new[] { "TensorFlow.Managed", "FashionGan.Distributed", "FashionGan" })
        {
            using var symbols = ZipFile.OpenRead(Directory.GetFiles(Feed, $"{library}.0.1.0.snupkg").Single());
            Assert.IsNotNull(symbols.GetEntry($"lib/net10.0/{library}.pdb"));
        }
    }

    [TestMethod]
    public void TheToolDrawsWhatTheProgramDraws()
    {
        var folder = NewFolder("tool");
        Sdk.Run(folder, "tool", "install", "fashion-gan", "--tool-path", "bin", "--source", Feed);
        var tool = Path.Combine(folder, "bin", "fashion-gan");
        Sdk.Run(folder, tool, ["generate", "--seed", "7", "--grid", "2x2", "--out", "tool.png"]);
        ProgramRun.Of("generate", "--seed", "7", "--grid", "2x2", "--out", Path.Combine(folder, "program.png")).RequireSuccess();
        CollectionAssert.AreEqual(
            File.ReadAllBytes(Path.Combine(folder, "program.png")), File.ReadAllBytes(Path.Combine(folder, "tool.png")));
    }

    [TestMethod]
    public void TheRuntimesExampleRuns() => StringAssert.StartsWith(ExampleOf("TensorFlow.Managed", NewFolder("runtime")), "6");

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void TheProcessesExampleRuns()
    {
        MpiRun.OpenMpi();
        StringAssert.StartsWith(ExampleOf("FashionGan.Distributed", NewFolder("processes")), "rank 0 of 1, Open MPI v");
    }

    [TestMethod]
    public void TheModelsExampleDrawsWhatTheProgramDraws()
    {
        var folder = NewFolder("model");
        ExampleOf("FashionGan", folder);
        ProgramRun.Of("generate", "--model", "conditional", "--seed", "7", "--class", "sneaker:16", "--grid", "4x4", "--out",
            Path.Combine(folder, "program.png")).RequireSuccess();
        CollectionAssert.AreEqual(
            PictureReader.Read(Path.Combine(folder, "program.png")).Pixels,
            PictureReader.Read(Path.Combine(folder, "sneakers.png")).Pixels);
    }

    /// <summary>Installs a package in an empty project, and runs the example that its page shows.</summary>
    /// <returns>What that writes.</returns>
    private static string ExampleOf(string package, string folder)
    {
        File.WriteAllText(Path.Combine(folder, "NuGet.config"), $"""
            <configuration>
              <packageSources><add key="packed" value="{Feed}" /></packageSources>
            </configuration>
            """);
        // What is restored stays in this folder; what the user has already is not fetched again.
        File.WriteAllText(Path.Combine(folder, "example.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestorePackagesPath>{folder}/packages</RestorePackagesPath>
                <RestoreFallbackFolders>{UserPackages()}</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package}" Version="0.1.0" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllLines(Path.Combine(folder, "Program.cs"),
            File.ReadAllLines(Path.Combine(Repository.Root, "src", package, "README.md"))
                .SkipWhile(line => line != "```csharp").Skip(1).TakeWhile(line => line != "```"));
        return Sdk.Run(folder, "run");
    }

    private static string NewFolder(string name) => Directory.CreateDirectory(Workplace.Folder(name)).FullName;

    private static string UserPackages() => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
        ? named : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
