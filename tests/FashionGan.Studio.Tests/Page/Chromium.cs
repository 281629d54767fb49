using Microsoft.Playwright;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>Debian's Chromium, one for all tests.</summary>
internal static class Chromium
{
    /// <summary>Without the parts for a screen a page costs a third of the work; the engine is the same.</summary>
    private const string Headless = "/usr/bin/chromium-headless-shell";

    private const string Complete = "/usr/bin/chromium";

    private static readonly Lazy<Task<IBrowser>> s_browser = new(Launch);
    private static IPlaywright? s_playwright;

    internal static Task<IBrowser> Browser => s_browser.Value;

    /// <summary>Ends it, if it was started.</summary>
    internal static async Task End()
    {
        if (s_browser.IsValueCreated)
            await (await s_browser.Value).CloseAsync();
        s_playwright?.Dispose();
    }

    private static async Task<IBrowser> Launch()
    {
        s_playwright = await Playwright.CreateAsync();
        return await s_playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = File.Exists(Headless) ? Headless : Complete,
            // Chromium's sandbox does not start for root, as whom checks often run. Nothing is opened but the studio's own page.
            ChromiumSandbox = Environment.UserName != "root",
            Args = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }
}
