using System.Globalization;
using FashionGanTf.Training;
using Microsoft.Playwright;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>Measures the studio's page in Debian's Chromium, on the machine that serves it.</summary>
internal static class PageBenchmark
{
    /// <summary>The first that is there; the one without the parts for a screen has the same engine.</summary>
    private static readonly string[] s_browsers = ["/usr/bin/chromium", "/usr/bin/chromium-headless-shell"];

    private const string Word = "first picture ";

    /// <summary>Says when a picture is first seen, from where the address was opened. On the console, because asking a page until it is
    /// there would keep the page from its work.</summary>
    private const string NoteFirstPicture =
        """
        const isSeen = shown => {
            if (!shown?.checkVisibility({ visibilityProperty: true })) return false;
            const width = shown.naturalWidth ?? shown.width, height = shown.naturalHeight ?? shown.height;
            if (!width) return false;
            const pixels = new OffscreenCanvas(width, height).getContext("2d");
            pixels.drawImage(shown, 0, 0);
            return pixels.getImageData(0, 0, width, height).data.some((value, i) => i % 4 < 3 && value > 0);
        };
        const look = () => {
            if (isSeen(document.querySelector("#generate-pictures :is(img, canvas)")))
                return console.log("first picture " + performance.now());
            requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
        """;

    private const string MoveSlider =
        """
        async slider => {
            const frame = () => new Promise(requestAnimationFrame), frames = [];
            const [least, most] = [Number(slider.min), Number(slider.max)];
            for (let i = 0, last = await frame(); i < 240; i++) {
                slider.value = String(least + (most - least) * (0.5 + 0.5 * Math.sin(i / 40)));
                slider.dispatchEvent(new Event("input", { bubbles: true }));
                const now = await frame();
                frames.push(now - last);
                last = now;
            }

            return frames;
        }
        """;

    /// <summary>Sliders and the rooms that they are in.</summary>
    private static readonly (string Name, string Room, string Element)[] s_sliders =
    [
        ("place on a walk", "#/walk", "#at"), ("share of a blend", "#/blend", "#parts input[type=range]"),
        ("truncation", "#/generate", "#generate .truncation input"),
    ];

    /// <summary>Runs it.</summary>
    /// <param name="url">A server; null to start one.</param>
    /// <param name="visits">How often the page is opened; three visits before them warm the server.</param>
    /// <exception cref="IOException">There is no Chromium, or the server does not start or answer.</exception>
    internal static async Task<PageReport> Run(Uri? url, int visits)
    {
        var program = s_browsers.FirstOrDefault(File.Exists)
            ?? throw new IOException($"There is no {s_browsers[0]}; Debian's package chromium has it.");
        using var studio = url is null ? new ServedStudio(fresh: false) : null;
        var address = url ?? studio!.Address;
        using var playwright = await Playwright.CreateAsync();
        // Chromium's sandbox does not start for root. Nothing is opened but the studio's own page.
        await using var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = program, ChromiumSandbox = Environment.UserName != "root" });
        try
        {
            const int WarmUp = 3;
            var (first, requests) = (new List<double>(), new List<double>());
            for (var i = 0; i < WarmUp + visits; i++)
            {
                var (ms, count) = await FirstPicture(browser, address);
                first.Add(ms);
                requests.Add(count);
            }

            var sliders = new Dictionary<string, FrameTimes>();
            foreach (var (name, room, element) in s_sliders)
                sliders[name] = await Frames(browser, new Uri(address, room), element);
            return new PageReport
            {
                FirstPictureMs = first[WarmUp..],
                RequestsBefore = (int)Median.Of(requests[WarmUp..]),
                Sliders = sliders,
                Processor = Machine.This.Processor,
            };
        }
        catch (PlaywrightException error)
        {
            throw new IOException($"{address} was not shown: {error.Message.Split('\n')[0]}", error);
        }
    }

    private static async Task<(double Ms, int Requests)> FirstPicture(IBrowser browser, Uri address)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(NoteFirstPicture);
        var requests = 0;
        page.Request += (_, _) => requests++;
        // Chromium tells of requests and of the console in their order.
        var said = await page.RunAndWaitForConsoleMessageAsync(
            () => page.GotoAsync(address.AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.Commit }),
            new PageRunAndWaitForConsoleMessageOptions { Predicate = message => message.Text.StartsWith(Word, StringComparison.Ordinal) });
        return (double.Parse(said.Text[Word.Length..], CultureInfo.InvariantCulture), requests);
    }

    private static async Task<FrameTimes> Frames(IBrowser browser, Uri room, string slider)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(room.AbsoluteUri);
        var frames = await page.Locator(slider).First.EvaluateAsync<double[]>(MoveSlider);
        var sorted = frames.Order().ToArray();
        return new FrameTimes(Median.Of(sorted), sorted[sorted.Length * 95 / 100], sorted[^1]);
    }
}
