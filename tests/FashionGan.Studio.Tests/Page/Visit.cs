using System.Text.Json;
using Microsoft.Playwright;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>Somebody's visit to the studio in a browser of their own; it fails when the browser's console says anything.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _messages = [];
    private readonly Studio _studio;

    private Visit(Studio studio, IBrowserContext context, IPage page) => (_studio, _context, Page) = (studio, context, page);

    internal IPage Page { get; }

    /// <summary>How many console messages there may be: Chromium itself writes one for each request that nobody answers.</summary>
    internal bool MayLoseRequests { get; set; }

    /// <summary>Whether requests may be refused, of which Chromium writes, too.</summary>
    internal bool MayBeRefused { get; set; }

    /// <summary>Whether errors may be told on the console: that the page fails is what is tested.</summary>
    internal bool MayFail { get; set; }

    /// <summary>Opens the page and waits until it is there.</summary>
    /// <param name="studio">Whose page.</param>
    /// <param name="address">The part of the address from # on.</param>
    /// <param name="width">The window's, in pixels.</param>
    /// <param name="height">Likewise.</param>
    /// <param name="theme">What the system prefers.</param>
    internal static async Task<Visit> To(Studio studio, string address = "", int width = 1280, int height = 860,
        ColorScheme theme = ColorScheme.Light)
    {
        var browser = await Chromium.Browser;
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = theme,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(10_000);
        var visit = new Visit(studio, context, await context.NewPageAsync());
        visit.Listen(visit.Page);
        await visit.Go(address);
        return visit;
    }

    /// <summary>Opens another address, as one typed in.</summary>
    internal async Task Go(string address)
    {
        // The same page with another # would only be a step of its history.
        await Page.GotoAsync("about:blank");
        await Open(Page, address);
    }

    /// <summary>Opens an address in another tab of the same browser.</summary>
    internal async Task<IPage> OpenTab(string address)
    {
        var page = await _context.NewPageAsync();
        Listen(page);
        await Open(page, address);
        return page;
    }

    /// <summary>Loads the page again.</summary>
    internal async Task Reload()
    {
        await Page.ReloadAsync();
        await Ready(Page);
    }

    internal ILocator Find(string selector) => Page.Locator(selector);

    /// <summary>The pixels of a canvas that shows a gray picture; waits until it shows one that is not all black.</summary>
    internal Task<byte[]> Pixels(string selector) => Pixels(Page, selector, channels: 1);

    /// <summary>The pixels of a canvas, the first so many channels of each.</summary>
    private static async Task<byte[]> Pixels(IPage page, string selector, int channels) => Convert.FromBase64String(
        await page.Locator(selector).EvaluateAsync<string>(
        """
        async (canvas, channels) => {
            for (let tries = 0; tries < 200; tries++) {
                // From a copy: Chromium warns on the console when a canvas of the page itself is read more than once.
                const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
                copy.drawImage(canvas, 0, 0);
                const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
                const bytes = data.filter((_, i) => i % 4 < channels);
                if (bytes.some(value => value > 0)) return btoa(String.fromCharCode(...bytes));
                await new Promise(resolve => setTimeout(resolve, 25));
            }

            return "";
        }
        """, channels));

    /// <summary>Waits until a canvas shows just these pixels.</summary>
    internal Task RequirePixels(string selector, byte[] wanted, string what, int channels = 1) =>
        RequirePixels(Page, selector, wanted, what, channels);

    /// <summary>Likewise, in one of the tabs.</summary>
    internal static async Task RequirePixels(IPage page, string selector, byte[] wanted, string what, int channels = 1)
    {
        byte[] seen = [];
        for (var tries = 0; tries < 100; tries++)
        {
            seen = await Pixels(page, selector, channels);
            if (seen.AsSpan().SequenceEqual(wanted))
                return;
            await Task.Delay(50);
        }

        Assert.Fail($"{what}: {seen.Zip(wanted).Count(pair => pair.First != pair.Second)} of {wanted.Length} pixels differ in {page.Url}.");
    }

    /// <summary>The part of the address from # on.</summary>
    internal string Address => new Uri(Page.Url).Fragment;

    /// <summary>Waits for an address.</summary>
    internal Task RequireAddress(string pattern) =>
        Assertions.Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(pattern));

    /// <summary>Drags a slider: what a hand does, in one jump.</summary>
    internal async Task Slide(string selector, double value)
    {
        await Page.Locator(selector).EvaluateAsync(
            "(slider, value) => { slider.dispatchEvent(new Event('pointerdown', { bubbles: true })); slider.value = value; " +
            "slider.dispatchEvent(new Event('input', { bubbles: true })); slider.dispatchEvent(new Event('change', { bubbles: true })); }",
            JsonSerializer.Serialize(value).Trim('"'));
    }

    /// <summary>Downloads what a press of the button gives.</summary>
    internal async Task<(string Name, byte[] Bytes)> Download(Func<Task> press)
    {
        var download = await Page.RunAndWaitForDownloadAsync(press);
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        Assert.IsEmpty(_messages, string.Join('\n', _messages));
    }

    private async Task Open(IPage page, string address)
    {
        await page.GotoAsync(new Uri(_studio.Address, address).AbsoluteUri);
        await Ready(page);
    }

    private static Task Ready(IPage page) =>
        page.Locator("html[data-ready]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

    private void Listen(IPage page)
    {
        page.Console += (_, message) => Hear($"{message.Type}: {message.Text} ({message.Location})");
        page.PageError += (_, error) => Hear(error);
    }

    private void Hear(string message)
    {
        if (!MayFail && !(MayLoseRequests && message.Contains("ERR_", StringComparison.Ordinal))
            && !(MayBeRefused && message.Contains("status of 400", StringComparison.Ordinal)))
            _messages.Add(message);
    }
}
