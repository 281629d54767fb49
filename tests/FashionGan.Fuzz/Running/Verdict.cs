using System.Globalization;
using FashionGanTf.Fuzz.Formats;

namespace FashionGanTf.Fuzz.Running;

/// <summary>What reading an input may come to: success or a declared exception of one harmless line, in bounded memory.</summary>
internal static class Verdict
{
    private const int LongestMessage = 400;

    /// <summary>Reads an input; null when all is as it must be, else what was not.</summary>
    internal static string? Of(FuzzFormat format, byte[] input, out bool read)
    {
        read = false;
        string? fault = null;
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            format.Read(input);
            read = true;
        }
#pragma warning disable CA1031 // Every exception is looked at: that is what this is for.
        catch (Exception error)
        {
            fault = format.Declares(error) ? Fault(error.Message) : $"an exception that the reader does not declare:\n{error}";
        }
#pragma warning restore CA1031
        var memory = GC.GetAllocatedBytesForCurrentThread() - before;
        var most = format.MostMemory(input);
        return fault ?? (memory <= most ? null : $"took {memory} bytes of memory; at most {most} are right for it");
    }

    /// <summary>What is wrong with a message that a person is to read on one line of a terminal; null for nothing.</summary>
    internal static string? Fault(string message)
    {
        if (message.Length is 0 or > LongestMessage)
            return $"a message of {message.Length} characters: {message}";
        for (var i = 0; i < message.Length; i++)
        {
            var kind = CharUnicodeInfo.GetUnicodeCategory(message, i);
            if (kind is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Format or UnicodeCategory.Surrogate)
                return $"a message with the character U+{(int)message[i]:X4} ({kind}) in it: {message}";
            if (char.IsSurrogatePair(message, i))
                i++;
        }

        return null;
    }
}
