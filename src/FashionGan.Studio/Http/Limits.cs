using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace FashionGanTf.Studio.Http;

/// <summary>What a client may take of the server.</summary>
internal static class Limits
{
    internal static void Set(KestrelServerLimits limits)
    {
        limits.MaxConcurrentConnections = 1024;
        // Everything is said in the address, and a blend of blends is long; bodies there are none.
        limits.MaxRequestLineSize = 64 * 1024;
        limits.MaxRequestBufferSize = 128 * 1024;
        limits.MaxRequestBodySize = 0;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
    }
}
