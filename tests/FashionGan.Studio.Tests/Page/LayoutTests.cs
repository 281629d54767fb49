using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>Small and large screens, dark and light: nothing sideways, nothing that jumps, nothing that cannot be read.</summary>
[TestClass]
public sealed class LayoutTests : IAsyncDisposable
{
    /// <summary>Text of normal size, by WCAG 2.2, level AA.</summary>
    private const double LeastContrast = 4.5;

    /// <summary>What counts as good is below 0.1; a page that jumps nowhere has next to nothing.</summary>
    private const double MostShift = 0.01;

    private const string Deep =
        "walk(walk(walk(7.0,1234567.0,0.25),walk(7.1,7654321.3,0.75),0.5),blend(7.4*1.5,7.5*0.25,1002003.7*2),0.35)";

    private static readonly string[] s_rooms =
    [
        "#/generate?seed=7&count=24", "#/generate?seed=2147483647&count=256&columns=32&truncation=0.5",
            $"#/variations?of={Deep}&seed=1&distance=0.4",
        $"#/walk?from={Deep}&to=7.1&at=0.5", "#/blend?part=7.0&weight=1&part=7.1&weight=2&part=7.2&weight=0.35", "#/board", "#/training",
    ];

    private Studio _studio = null!;

    [TestInitialize]
    public async Task Begin() => _studio = await Studio.Start();

    public async ValueTask DisposeAsync() => await _studio.DisposeAsync();

    [TestMethod]
    [DataRow(360, 740)]
    [DataRow(768, 1024)]
    [DataRow(1280, 800)]
    [DataRow(2560, 1440)]
    public async Task NothingScrollsSidewaysAndNothingIsCutOff(int width, int height)
    {
        await using var visit = await Visit.To(_studio, "", width, height);
        await Keep(visit, "#/generate?seed=7&count=24", 3);
        foreach (var room in s_rooms)
        {
            await visit.Go(room);
            await Settle(visit);
            var beyond = await visit.Page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll("body *")]
                    .filter(element => element.checkVisibility()
                        && !element.closest(".sr, .skip, .sprite, .inspector:not(.open), svg"))
                    .filter(element => {
                        const { left, right, width } = element.getBoundingClientRect();
                        return width > 0 && (left < -1 || right > innerWidth + 1);
                    })
                    .map(element => element.outerHTML.slice(0, 90))
                """);
            Assert.IsEmpty(beyond, $"{room} at {width}: {string.Join('\n', beyond)}");
            Assert.IsFalse(await visit.Page
                .EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), $"{room} at {width}");
        }
    }

    [TestMethod]
    [DataRow(360, 740)]
    [DataRow(1280, 800)]
    public async Task NothingJumpsWhileThePageComes(int width, int height)
    {
        await using var visit = await Visit.To(_studio, "", width, height);
        // From the first paint of each page on; a browser keeps shifts for those who ask later.
        await visit.Page.AddInitScriptAsync(
            "window.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shift += entry.value; " +
            "}).observe({ type: 'layout-shift', buffered: true });");
        foreach (var room in s_rooms)
        {
            await visit.Go(room);
            await Settle(visit);
            var shift = await visit.Page.EvaluateAsync<double>("window.shift");
            Assert.IsLessThan(MostShift, shift, $"{room} at {width}");
        }
    }

    [TestMethod]
    public async Task NothingJumpsWhenASeedIsRolledOnASlowServer()
    {
        await using var visit = await Visit.To(_studio);
        await visit.Page.RouteAsync("**/api/generate*", async route =>
        {
            await Task.Delay(700);
            await route.ContinueAsync();
        });
        await visit.Page.EvaluateAsync("() => { window.shift = 0; new PerformanceObserver(list => { for (const entry of " +
            "list.getEntries()) window.shift += entry.value; }).observe({ type: 'layout-shift' }); }");
        await visit.Find("#roll").ClickAsync();
        // Shifts within half a second of a press count as its own; what comes later would be a jump.
        await Task.Delay(550);
        await Settle(visit);
        Assert.IsLessThan(MostShift, await visit.Page.EvaluateAsync<double>("window.shift"));
    }

    [TestMethod]
    [DataRow(ColorScheme.Light)]
    [DataRow(ColorScheme.Dark)]
    public async Task TextIsReadableInBothThemes(ColorScheme theme)
    {
        await using var visit = await Visit.To(_studio, "", theme: theme);
        foreach (var room in s_rooms)
        {
            await visit.Go(room);
            await Settle(visit);
            await RequireContrast(visit, room);
        }

        await visit.Go("#/generate");
        await visit.Find("#generate [data-take]").ClickAsync();
        await Settle(visit);
        await RequireContrast(visit, "the drawer");
    }

    [TestMethod]
    public async Task TheThemeIsTheSystemsUntilOneChooses()
    {
        await using var visit = await Visit.To(_studio, theme: ColorScheme.Dark);
        Assert.IsTrue(await IsDark(visit));
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        Assert.IsFalse(await IsDark(visit));
        await Expect(visit.Find("#theme")).ToHaveAccessibleNameAsync("Dark theme");
        await visit.Find("#theme").ClickAsync();
        Assert.IsTrue(await IsDark(visit));
        await visit.Reload();
        Assert.IsTrue(await IsDark(visit));
        await Expect(visit.Find("#theme")).ToHaveAccessibleNameAsync("Light theme");
    }

    [TestMethod]
    public async Task OnAPhoneTheChosenPictureIsASheet()
    {
        await using var visit = await Visit.To(_studio, "", 360, 740);
        await Expect(visit.Find("#inspector")).ToBeHiddenAsync();
        await visit.Find("#generate-pictures [role=option]:nth-child(5)").ClickAsync();
        await Expect(visit.Find("#portrait")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(visit.Find("#keep")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(visit.Find("#inspector-close")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Find("#inspector")).ToBeHiddenAsync();
        await Expect(visit.Find("#generate-pictures [role=option]:nth-child(5)")).ToBeFocusedAsync();
        await visit.Find("#generate-pictures [role=option]:nth-child(5)").ClickAsync();
        await visit.Find("#vary").ClickAsync();
        await visit.RequireAddress(@"#/variations\?of=3\.4");
        await Expect(visit.Find("#inspector")).ToBeHiddenAsync();
    }

    [TestMethod]
    public async Task OnAPhoneEachRoomKeepsItsPlaceAndTheSheetsCrossIsSeen()
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=7&count=96", 360, 740);
        Task<double> Scrolled() => visit.Page.EvaluateAsync<double>("scrollY");
        async Task GoTo(string room)
        {
            await visit.Find($".tabs [data-view={room}]").ClickAsync();
            await Expect(visit.Find($"#{room}")).ToBeVisibleAsync();
        }

        await visit.Page.EvaluateAsync("scrollTo(0, 500)");
        await GoTo("blend");
        Assert.AreEqual(0, await Scrolled(), "a room that is new");
        await GoTo("generate");
        Assert.AreEqual(500, await Scrolled(), "a room that was left");
        await visit.Find("#generate-pictures [role=option]:nth-child(50)").ClickAsync();
        Assert.AreNotEqual("rgba(0, 0, 0, 0)", await visit.Find("#inspector-close")
            .EvaluateAsync<string>("cross => getComputedStyle(cross).backgroundColor"), "the cross lies on the picture");
        await visit.Find("#vary").ClickAsync();
        await visit.RequireAddress("#/variations");
        Assert.AreEqual(0, await Scrolled(), "another room");
        await visit.Find("#variations-pictures [role=option]:nth-child(20)").ClickAsync();
        var before = await Scrolled();
        Assert.IsGreaterThan(0, before);
        await visit.Find("#vary").ClickAsync();
        await visit.RequireAddress(@"#/variations\?of=vary");
        Assert.AreEqual(before, await Scrolled(), 60, "the same room");
    }

    [TestMethod]
    public async Task WhatPutsTheSheetAwayLeavesNothingInert()
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=7&count=12", 360, 740);
        async Task RequireReach() => Assert.AreEqual(0, await visit.Find("[inert]").CountAsync());
        await visit.Find("#generate-pictures [role=option]:nth-child(5)").ClickAsync();
        await visit.Find("#keep").ClickAsync();
        await visit.Find("#inspector-close").ClickAsync();
        await visit.Page.EvaluateAsync("location.hash = '#/board'");
        await visit.Find("#board-pictures [role=option]").ClickAsync();
        await visit.Page.Keyboard.PressAsync("Control+z");
        await Expect(visit.Find("#board-count")).ToHaveTextAsync("");
        await RequireReach();
        await visit.Go("#/generate?seed=7&count=12");
        await visit.Find("#generate-pictures [role=option]:nth-child(5)").ClickAsync();
        await Expect(visit.Find("#inspector-close")).ToBeFocusedAsync();
        await visit.Page.SetViewportSizeAsync(1280, 740);
        await Expect(visit.Find("#main")).Not.ToHaveAttributeAsync("inert", "");
        await RequireReach();
    }

    /// <summary>On a screen of one pixel for each of the page's.</summary>
    [TestMethod]
    [DataRow(360, 740)]
    [DataRow(720, 1000)]
    [DataRow(1280, 860)]
    [DataRow(1440, 900)]
    [DataRow(2560, 1440)]
    public async Task PicturesFillTheirRoomInWholePixels(int width, int height)
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=7&count=24", width, height);
        var (side, between, unused) = await visit.Page.EvaluateAsync<JsonElement>(
            """
            () => {
                const [first, second] = document.querySelectorAll("#generate-pictures [role=option]");
                const [a, b] = [first, second].map(place => place.getBoundingClientRect());
                return [a.width, b.left - a.right, innerWidth - document.querySelector(".frame").getBoundingClientRect().width];
            }
            """) is var seen ? (seen[0].GetDouble(), seen[1].GetDouble(), seen[2].GetDouble()) : default;
        Assert.AreEqual(0, side % 28, 1e-3, $"{side} pixels for 28");
        Assert.IsTrue(between is >= 5.9 and <= 24, $"{between} pixels between pictures of {side}");
        Assert.IsLessThan(20, unused, "beside the page");
    }

    /// <summary>On a desktop with all parts that there may be, on a phone with four.</summary>
    [TestMethod]
    [DataRow(1280, 860, 16)]
    [DataRow(360, 740, 4)]
    public async Task TheBlendStaysInSightWhileItsLastPartIsChanged(int width, int height, int parts)
    {
        var address = "#/blend?" + string.Join('&', Enumerable.Range(0, parts).Select(i => $"part=7.{i}&weight=1"));
        await using var visit = await Visit.To(_studio, address, width, height);
        await visit.Find(".part:last-child input[type=range]").ScrollIntoViewIfNeededAsync();
        await Expect(visit.Find(".part:last-child input[type=range]")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(visit.Find("#blend-picture")).ToBeInViewportAsync(new() { Ratio = 1 });
        await visit.Find(".part:last-child input[type=range]").ClickAsync(new() { Timeout = 3000 });
        await visit.RequireAddress(@"weight=2$");
    }

    private static async Task Keep(Visit visit, string room, int pictures)
    {
        await visit.Go(room);
        await visit.Page.EvaluateAsync("count => [...document.querySelectorAll('#generate-pictures .heart')].slice(0, " +
            "count).forEach(heart => heart.click())", pictures);
        await Expect(visit.Find("#board-count")).ToHaveTextAsync(pictures.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Waits until all that was asked for is shown.</summary>
    private static async Task Settle(Visit visit)
    {
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await visit.Page.EvaluateAsync("() => Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => " +
            "{}))).then(() => new Promise(requestAnimationFrame))");
    }

    private static async Task<bool> IsDark(Visit visit) =>
        await visit.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor") == "rgb(18, 18, 20)";

    /// <summary>Measures each visible text against the first ground behind it that is not clear. Disabled controls may be faint.</summary>
    private static async Task RequireContrast(Visit visit, string where)
    {
        var faint = await visit.Page.EvaluateAsync<string[]>(
            """
            least => {
                const paint = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
                const rgb = color => {
                    paint.clearRect(0, 0, 1, 1);
                    paint.fillStyle = color;
                    paint.fillRect(0, 0, 1, 1);
                    return [...paint.getImageData(0, 0, 1, 1).data];
                };
                const linear = value => value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4;
                const light = ([r, g, b]) => .2126 * linear(r / 255) + .7152 * linear(g / 255) + .0722 * linear(b / 255);
                const ground = element => {
                    for (let at = element; at; at = at.parentElement) {
                        const color = rgb(getComputedStyle(at).backgroundColor);
                        if (color[3] > 200) return color;
                    }
                    return rgb("white");
                };
                const contrast = element => {
                    const [dark, bright] = [light(rgb(getComputedStyle(element).color)), light(ground(element))]
                        .sort((x, y) => x - y);
                    return (bright + .05) / (dark + .05);
                };
                return [...document.querySelectorAll("body *")]
                    .filter(element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
                        && !element.closest(":disabled, .sr, .skip, .toast, svg"))
                    .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())
                        || element.matches("input[type=text], select"))
                    .filter(element => contrast(element) < least)
                    .map(element => `${contrast(element).toFixed(2)} ${element.outerHTML.slice(0, 80)}`);
            }
            """,
            LeastContrast);
        Assert.IsEmpty(faint, $"{where}: {string.Join('\n', faint)}");
    }
}
