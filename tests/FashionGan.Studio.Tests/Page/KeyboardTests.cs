using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>The page without a pointer, and as a screen reader hears it.</summary>
[TestClass]
public sealed class KeyboardTests : IAsyncDisposable
{
    private const int MostStops = 60;
    private Studio _studio = null!;

    [TestInitialize]
    public async Task Begin() => _studio = await Studio.Start();

    public async ValueTask DisposeAsync() => await _studio.DisposeAsync();

    [TestMethod]
    public async Task ADragIsOneStepOfUndoAndSoAreTheKeysInARow()
    {
        const string Start = "#/walk?from=7.0&to=7.3&at=0.1";
        await using var visit = await Visit.To(_studio, Start);
        var box = (await visit.Find("#at").BoundingBoxAsync())!;
        var mouse = visit.Page.Mouse;
        await mouse.MoveAsync(box.X + box.Width * 0.1f, box.Y + box.Height / 2);
        await mouse.DownAsync();
        for (var i = 2; i <= 8; i++)
            await mouse.MoveAsync(box.X + box.Width * 0.1f * i, box.Y + box.Height / 2);
        await mouse.UpAsync();
        await visit.RequireAddress(@"at=0\.[78]");
        var dragged = visit.Address;
        for (var i = 0; i < 5; i++)
            await visit.Page.Keyboard.PressAsync("ArrowLeft");
        Assert.AreNotEqual(dragged, visit.Address);
        await visit.Find("#undo").ClickAsync();
        Assert.AreEqual(dragged, visit.Address, "five keys");
        await visit.Find("#undo").ClickAsync();
        Assert.AreEqual(Start, visit.Address, "the drag");
        await Expect(visit.Find("#undo")).ToBeDisabledAsync();
    }

    [TestMethod]
    public async Task FromTheSeedToAKeptVariationWithoutAPointer()
    {
        await using var visit = await Visit.To(_studio);
        var keys = visit.Page.Keyboard;
        await TabTo(visit, "#seed");
        await keys.PressAsync("Control+a");
        await keys.TypeAsync("42");
        await visit.RequireAddress("seed=42");
        await TabTo(visit, "#generate-pictures [role=option]");
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("ArrowDown");
        // Six in a row at this width: one to the right and one down is number 7.
        await Expect(visit.Find("#generate-pictures [role=option]:nth-child(8)")).ToBeFocusedAsync();
        await Expect(visit.Find("#recipe")).ToHaveTextAsync("42.7");
        await keys.PressAsync("End");
        await Expect(visit.Find("#recipe")).ToHaveTextAsync("42.23");
        await keys.PressAsync("ArrowDown");
        await Expect(visit.Find("#recipe")).ToHaveTextAsync("42.23");
        await keys.PressAsync("Home");
        await keys.PressAsync("Enter");
        await visit.RequireAddress(@"#/variations\?of=42\.0");
        await Expect(visit.Find("#variations-pictures [role=option]:first-child")).ToBeFocusedAsync();
        await TabTo(visit, "#distance");
        await keys.PressAsync("ArrowRight");
        await Expect(visit.Find("#distance-value")).ToHaveTextAsync("0.42");
        await TabTo(visit, "#variations-pictures [role=option]");
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("f");
        await Expect(visit.Find("#board-count")).ToHaveTextAsync("1");
        await Expect(visit.Find("#variations-pictures [role=option]:nth-child(2)")).ToHaveAccessibleNameAsync("Variation 1, on your board");
        await Expect(visit.Find("#toast")).ToHaveTextAsync("Kept on your board.");
    }

    [TestMethod]
    public async Task EnterInAFieldKeepsTheKeyboardThere()
    {
        await using var visit = await Visit.To(_studio);
        await visit.Find("#seed").FillAsync("42");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Find("#seed")).ToBeFocusedAsync();
        await Expect(visit.Find("#recipe")).ToHaveTextAsync("42.0");
    }

    [TestMethod]
    public async Task AQuestionMarkShowsTheKeys()
    {
        await using var visit = await Visit.To(_studio);
        await TabTo(visit, "#seed");
        await visit.Page.Keyboard.PressAsync("?");
        await Expect(visit.Find("#keys")).ToBeHiddenAsync();
        await TabTo(visit, "#roll");
        await visit.Page.Keyboard.PressAsync("?");
        await Expect(visit.Find("#keys")).ToContainTextAsync("keep the picture");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Find("#keys")).ToBeHiddenAsync();
        await Expect(visit.Find("#roll")).ToBeFocusedAsync();
        await visit.Find("#show-keys").ClickAsync();
        await visit.Find("#keys-close").ClickAsync();
        await Expect(visit.Find("#keys")).ToBeHiddenAsync();
    }

    [TestMethod]
    public async Task AGalleryIsOneStopOfTheTabKey()
    {
        await using var visit = await Visit.To(_studio);
        Assert.AreEqual(1, await visit.Find("#generate-pictures [tabindex='0']").CountAsync());
        await TabTo(visit, "#generate-pictures [role=option]");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.IsFalse(await visit.Page.EvaluateAsync<bool>("document.activeElement.matches('[role=option]')"));
    }

    [TestMethod]
    public async Task TheDrawerKeepsTheKeyboardAndGivesItBack()
    {
        await using var visit = await Visit.To(_studio);
        await TabTo(visit, "#generate [data-take]");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Find("#take input[value=sheet]")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(visit.Find("#take input[value=zip]")).ToBeCheckedAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Find("#generate [data-take]")).ToBeFocusedAsync();
    }

    [TestMethod]
    public async Task TheFirstStopSkipsToThePictures()
    {
        await using var visit = await Visit.To(_studio);
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Find("#skip")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Find("#main")).ToBeFocusedAsync();
    }

    [TestMethod]
    public async Task WhateverHasTheKeyboardShowsIt()
    {
        await using var visit = await Visit.To(_studio);
        for (var stop = 0; stop < 25; stop++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            // A slider shows it on its thumb, whose style no script can read.
            var isShown = await visit.Page.EvaluateAsync<bool>(
                "() => { const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement); return " +
                "document.activeElement.matches('[type=range]') || outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2; }");
            Assert.IsTrue(isShown, await visit.Page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 90)"));
        }
    }

    [TestMethod]
    [DataRow("#/generate")]
    [DataRow("#/variations")]
    [DataRow("#/walk")]
    [DataRow("#/blend")]
    [DataRow("#/board")]
    [DataRow("#/training")]
    public async Task EverythingHasAName(string room)
    {
        await using var visit = await Visit.To(_studio, room);
        var nameless = new List<string>();
        foreach (var control in await visit.Find("button, a[href], input, select, summary, [role=option], [role=img], [role=listbox], " +
            "dialog, aside, main section, nav").AllAsync())
            if (await control.IsVisibleAsync() && await Name(control) == "")
                nameless.Add(await control.EvaluateAsync<string>("element => element.outerHTML.slice(0, 100)"));
        Assert.IsEmpty(nameless, string.Join('\n', nameless));
        Assert.AreEqual(1, await visit.Find("h1:visible").CountAsync());
    }

    /// <summary>The name that a screen reader says.</summary>
    private static async Task<string> Name(ILocator control) => await control.EvaluateAsync<string>(
        """
        element => (element.ariaLabel
            || element.getAttribute("aria-labelledby")?.split(" ").map(id => document.getElementById(id)?.textContent ?? "").join(" ")
            || [...element.labels ?? []].map(label => label.textContent).join(" ")
            || (element.matches("button, a, summary") ? element.textContent : "")).trim()
        """);

    /// <summary>Presses Tab until an element has the keyboard.</summary>
    private static async Task TabTo(Visit visit, string selector)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await visit.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
            await visit.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{MostStops} stops of the Tab key do not lead to {selector}.");
    }
}
