using System.Globalization;
using System.Xml.Linq;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Charts;
using FashionGanTf.Plots;

namespace FashionGanTf.Tests.Imaging.Charts;

/// <summary>Charts as people see them: what lies where, in which colour, in both formats.</summary>
[TestClass]
public class ChartTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    private static readonly Chart s_line = new("A & B", "to the right", [new Panel("upwards",
    [
        new Series("flat <line>", [0, 1, 2, 3], [1, 1, 1, 1], Palette.Blue),
        new Series("rising", [0, 3], [0, 2], Palette.Vermillion),
    ])
    { YRange = (0, 2) }]);

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(12)]
    public void NoLegendCoversAFrame(int entries)
    {
        var series = Enumerable.Range(1, entries).Select(i => new Series($"a curve with number {i}", [0, 1], [0, i], Palette.Blue))
            .ToArray();
        var chart = s_line with { Panels = [new Panel("one", series), new Panel("two", series), s_line.Panels[0]], Height = 900 };
        var layout = new ChartLayout(chart);
        var frames = layout.Panels.Select(panel => panel.Frame).ToList();
        var legends = layout.Panels.SelectMany(panel => panel.Legend).Select(entry => entry.Box).ToList();
        Assert.HasCount(2 * entries + 2, legends);
        foreach (var frame in frames)
        {
            Assert.IsGreaterThan(100, frame.Height);
            Assert.IsTrue(frame.Left > 0 && frame.Right < chart.Width && frame.Bottom < layout.XTitleAt && layout.XTitleAt < chart.Height);
        }

        var boxes = frames.Concat(legends).ToList();
        for (var i = 0; i < boxes.Count; i++)
            for (var j = 0; j < i; j++)
                Assert.IsTrue(
                    boxes[i].Left >= boxes[j].Right || boxes[j].Left >= boxes[i].Right || boxes[i].Top >= boxes[j].Bottom - 1
                    || boxes[j].Top >= boxes[i].Bottom - 1, $"{boxes[i]} and {boxes[j]}");
        Assert.IsTrue(legends.All(box => box.Right <= chart.Width || box.Left <= frames[0].Left + 1), "an entry leaves the picture");
    }

    [TestMethod]
    public void TheLineLiesWhereItsNumbersSay()
    {
        var (image, frame) = (ChartFiles.Draw(s_line), new ChartLayout(s_line).Panels[0].Frame);
        Assert.AreEqual((s_line.Width * 2, s_line.Height * 2, 3), (image.Width, image.Height, image.Channels));
        // Between two marks, the flat line at half the height.
        Assert.AreEqual(Palette.Blue, At(image, frame.Left + frame.Width / 6, (frame.Top + frame.Bottom) / 2));
        Assert.AreEqual(Palette.Vermillion, At(image, frame.Left + frame.Width / 4, frame.Bottom - frame.Height / 4));
        Assert.AreEqual(Palette.White, At(image, frame.Left + frame.Width * 0.22, frame.Top + frame.Height / 4 + 3));
        Assert.AreEqual(Palette.White, At(image, 1, 1));
    }

    [TestMethod]
    public void EdgesAreSmooth()
    {
        var canvas = new RasterCanvas(20, 20, scale: 1);
        canvas.Line([new(0, 5), new(20, 5)], Palette.Ink, 1);
        // The pen of one pixel lies half on each of two rows.
        Assert.AreEqual(new Rgb(0x90, 0x90, 0x90), Row(canvas, 4));
        Assert.AreEqual(Row(canvas, 4), Row(canvas, 5));
        Assert.AreEqual(Palette.White, Row(canvas, 3));
        Assert.AreEqual(Palette.White, Row(canvas, 6));

        canvas = new RasterCanvas(20, 20, scale: 1);
        canvas.Area([new(0, 2.25), new(20, 2.25), new(20, 10), new(0, 10)], new Rgb(0, 0, 0));
        Assert.AreEqual(new Rgb(64, 64, 64), Row(canvas, 2));
        Assert.AreEqual(new Rgb(0, 0, 0), Row(canvas, 3));
        Assert.AreEqual(Palette.White, Row(canvas, 10));

        static Rgb Row(RasterCanvas canvas, int y) => new(canvas.Image.Row(y)[30], canvas.Image.Row(y)[31], canvas.Image.Row(y)[32]);
    }

    [TestMethod]
    public void NothingIsDrawnOutsideTheClip()
    {
        var canvas = new RasterCanvas(20, 20, scale: 1);
        canvas.Clip(new Box(5, 5, 10, 10));
        canvas.Area([new(0, 0), new(20, 0), new(20, 20), new(0, 20)], new Rgb(0, 0, 0));
        canvas.Line([new(-50, 30), new(40, -1000)], Palette.Ink, 3);
        for (var y = 0; y < 20; y++)
            for (var x = 0; x < 20; x++)
                Assert.AreEqual(x is >= 5 and < 10 && y is >= 5 and < 10 ? new Rgb(0, 0, 0) : Palette.White,
                    new Rgb(canvas.Image.Row(y)[3 * x], canvas.Image.Row(y)[3 * x + 1], canvas.Image.Row(y)[3 * x + 2]));
    }

    [TestMethod]
    public void TheSvgHasTheSameLinesAndTexts()
    {
        var svg = XDocument.Parse(ChartFiles.ToSvg(s_line)).Root!;
        Assert.AreEqual(s_svg + "svg", svg.Name);
        Assert.AreEqual("A & B", svg.Element(s_svg + "title")!.Value);
        var texts = svg.Descendants(s_svg + "text").Select(text => text.Value).ToList();
        foreach (var text in new[] { "A & B", "to the right", "upwards", "flat <line>", "rising", "0.0", "2.0" })
            CollectionAssert.Contains(texts, text);

        var frame = new ChartLayout(s_line).Panels[0].Frame;
        var line = svg.Descendants(s_svg + "g").Single().Elements(s_svg + "polyline")
            .Single(line => line.Attribute("stroke")!.Value == Palette.Vermillion.ToString());
        var points = line.Attribute("points")!.Value.Split(' ', ',').Select(number => double.Parse(number, CultureInfo.InvariantCulture))
            .ToArray();
        double[] expected = [frame.Left, frame.Bottom, frame.Right, frame.Top];
        for (var i = 0; i < 4; i++)
            Assert.AreEqual(expected[i], points[i], 0.051);
        Assert.AreEqual("url(#frame1)", svg.Descendants(s_svg + "g").Single().Attribute("clip-path")!.Value);
    }

    [TestMethod]
    public void GapsAndEmptySeriesAreDrawnAsNothing()
    {
        var chart = new Chart("", "", [new Panel("",
        [
            new Series(null, [0, 1, 2, 3, 4], [1, double.NaN, 1, double.PositiveInfinity, 1], Palette.Blue),
            new Series(null, [], [], Palette.Green, SeriesStyle.Filled),
            new Series(null, [1], [double.NaN], Palette.Purple, SeriesStyle.Light),
        ])]);
        var svg = XDocument.Parse(ChartFiles.ToSvg(chart)).Root!;
        Assert.HasCount(3, svg.Descendants(s_svg + "g").Single().Elements(s_svg + "polyline"));
        Assert.IsFalse(svg.ToString().Contains("NaN", StringComparison.Ordinal));
        Assert.AreEqual(chart.Width * 2, ChartFiles.Draw(chart).Width);
    }

    [TestMethod]
    public void AMillionStepsKeepTheirExtremes()
    {
        var random = new Random(3);
        List<Point> line = [.. Enumerable.Range(0, 1_000_000).Select(i => new Point(i / 1000.0, random.NextDouble()))];
        line[123_456] = new Point(123.456, -7);
        line[765_432] = new Point(765.432, 9);
        var shown = LineReduction.Of(line);
        Assert.IsLessThan(2010, shown.Count);
        foreach (var index in new[] { 0, 123_456, 765_432, 999_999 })
            CollectionAssert.Contains(shown, line[index]);
        CollectionAssert.AreEqual(shown.OrderBy(point => point.X).ToList(), shown);
    }

    [TestMethod]
    public void WhatDensitiesHaveInCommonIsOneColour()
    {
        double[] x = [0, 1, 2];
        var chart = StatsGraph.Of(x, [0, 2, 2], [2, 2, 0], overlap: 0.5);
        var (image, frame) = (ChartFiles.Draw(chart), new ChartLayout(chart).Panels[0].Frame);
        StringAssert.Contains(ChartFiles.ToSvg(chart), ">overlap 0.500<");
        // At x = 0.25 the real density is 0.5 and the synthetic one 2; at 1.75 the other way round.
        var height = frame.Bottom - frame.Height * 0.1;
        Assert.AreEqual(At(image, frame.Left + frame.Width / 8, height), At(image, frame.Right - frame.Width / 8, height),
            "both reach this high");
        var (synthetic, real) = (At(image, frame.Left + frame.Width / 8, frame.Top + frame.Height / 2 + 3),
            At(image, frame.Right - frame.Width / 8, frame.Top + frame.Height / 2 + 3));
        Assert.IsTrue(synthetic.Red > synthetic.Blue && real.Blue > real.Red, $"{synthetic} {real}");
        Assert.ThrowsExactly<ArgumentException>(() => StatsGraph.Of(x, [1, 2], [1, 2, 3], 0.5));
    }

    private static Rgb At(Bitmap image, double x, double y)
    {
        var scale = image.Width > 100 ? ChartFiles.PixelsOfUnit : 1;
        var row = image.Row((int)(y * scale));
        var place = 3 * (int)(x * scale);
        return new Rgb(row[place], row[place + 1], row[place + 2]);
    }
}
