using System.Net;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Http;

/// <summary>
/// Refuses requests for a name that cannot be this server's. A page of a stranger's site can have its own name lead to this machine (DNS
/// rebinding), and then read what a server of the machine answers; the browser still sends the stranger's name as Host. An address is no
/// name and cannot be bent like that.
/// </summary>
/// <param name="listensAt">Where the server listens. At any address but this machine's own, whoever reaches the machine is let in, by
/// whatever name the machine or a proxy before it has.</param>
internal sealed class HostNames(IPAddress listensAt)
{
    internal async Task Check(HttpContext context, RequestDelegate next)
    {
        // Browsers always send one; a program of HTTP/1.0 need not.
        var host = context.Request.Host.Host;
        if (!IPAddress.IsLoopback(listensAt) || host.Length == 0 || IsOwn(host))
            await next(context);
        else
            await Problem.Write(context, StatusCodes.Status421MisdirectedRequest,
                $"'{host}' is no name of this server, which listens on this machine only: ask for localhost. A proxy before it must send " +
                "\"Host: localhost\"; serve --host ADDRESS lets others in, by any name.");
    }

    private static bool IsOwn(string host)
    {
        var name = host.TrimEnd('.');
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || IPAddress.TryParse(host, out _);
    }
}
