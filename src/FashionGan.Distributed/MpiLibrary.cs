using System.Runtime.InteropServices;
using System.Text;

namespace FashionGanTf.Distributed;

/// <summary>
/// The functions of an MPI library. Open MPI's handles are addresses of what it exports, MPICH's are fixed numbers (also those of the
/// libraries that keep to its binary interface, Intel MPI and MVAPICH); both pass in a register of the machine's width.
/// </summary>
internal sealed unsafe class MpiLibrary
{
    private const int LongestText = 8192;

    /// <summary>Libraries by the names that both keep for as long as their binary interface is the same: Open MPI 2 to 5, and MPICH from
    /// 3.1.</summary>
    private static readonly string[] s_openMpi = ["libmpi.so.40"], s_mpich = ["libmpich.so.12", "libmpi.so.12"];

    private readonly nint _library;

    private MpiLibrary(nint library)
    {
        _library = library;
        var text = stackalloc byte[LongestText];
        int length;
        // Allowed before MPI is initialised.
        ((delegate* unmanaged<byte*, int*, int>)Function("MPI_Get_library_version"))(text, &length);
        var version = Encoding.UTF8.GetString(text, length).TrimEnd('\0');
        Name = version.Split('\n', ',')[0].Replace('\t', ' ').Trim();
        if (version.StartsWith("Open MPI", StringComparison.Ordinal))
            (World, Float, Byte, ErrorsReturn, InPlace) = (
                Function("ompi_mpi_comm_world"), Function("ompi_mpi_float"), Function("ompi_mpi_byte"),
                Function("ompi_mpi_errors_return"), 1);
        else
            (World, Float, Byte, ErrorsReturn, InPlace) = (0x44000000, 0x4c00040a, 0x4c00010d, 0x54000001, -1);
    }

    /// <summary>What it calls itself, as <c>Open MPI v4.1.4</c>.</summary>
    internal string Name { get; }

    /// <summary>MPI_COMM_WORLD.</summary>
    internal nint World { get; }

    /// <summary>MPI_FLOAT.</summary>
    internal nint Float { get; }

    /// <summary>MPI_BYTE.</summary>
    internal nint Byte { get; }

    /// <summary>MPI_IN_PLACE.</summary>
    internal nint InPlace { get; }

    /// <summary>MPI_ERRORS_RETURN.</summary>
    internal nint ErrorsReturn { get; }

    /// <summary>The library that belongs to whoever launched this process.</summary>
    /// <param name="launcher">Who that is.</param>
    /// <exception cref="MpiException">There is none.</exception>
    internal static MpiLibrary Load(MpiLauncher launcher)
    {
        var names = launcher == MpiLauncher.OpenMpi ? s_openMpi : launcher == MpiLauncher.Mpich ? s_mpich : [.. s_openMpi, .. s_mpich];
        foreach (var name in names)
            if (NativeLibrary.TryLoad(name, out var library))
                return new MpiLibrary(library);
        throw new MpiException(
            $"There is no MPI library here ({string.Join(" or ", names)}). Install Open MPI or MPICH, the one whose mpirun is used: on " +
            "Debian and Ubuntu the packages openmpi-bin or mpich; or train alone with --distributed none.");
    }

    /// <summary>The address of a function, or of something else that is exported.</summary>
    /// <exception cref="MpiException">The library has no such function.</exception>
    internal nint Function(string name) => NativeLibrary.TryGetExport(_library, name, out var address)
        ? address : throw new MpiException($"The MPI library {Name} has no {name}; Open MPI and MPICH from 3.1 have it.");

    /// <summary>Requires that a call succeeded.</summary>
    /// <exception cref="MpiException">It did not; the message says what MPI says.</exception>
    internal void Require(int code, string what)
    {
        if (code == 0)
            return;
        var text = stackalloc byte[LongestText];
        int length;
        ((delegate* unmanaged<int, byte*, int*, int>)Function("MPI_Error_string"))(code, text, &length);
        throw new MpiException($"{what} failed: {Encoding.UTF8.GetString(text, length).ReplaceLineEndings(" ").Trim()}");
    }
}
