using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace FashionGanTf.Studio.Http;

/// <summary>What a client may take of the server.</summary>
internal static class Limits
{
    /// <summary>Characters of an address: everything is said in it, and a blend of blends is long.</summary>
    internal const int MostAddress = 64 * 1024;

    internal static void Set(KestrelServerLimits limits)
    {
        limits.MaxConcurrentConnections = 1024;
        // Beyond this Kestrel itself answers, with a status and no words.
        limits.MaxRequestLineSize = 4 * MostAddress;
        limits.MaxRequestBufferSize = limits.MaxRequestLineSize;
        limits.MaxRequestBodySize = 0;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
    }
}
