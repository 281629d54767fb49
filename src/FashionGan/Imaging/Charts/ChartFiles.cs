using System.Text;
using Tensorflow.Serialization;

namespace FashionGanTf.Imaging.Charts;

/// <summary>Charts as pictures in files.</summary>
public static class ChartFiles
{
    /// <summary>A PNG is drawn this much larger than its chart, to be sharp on fine screens.</summary>
    public const int PixelsOfUnit = 2;

    /// <summary>Writes a chart as PNG and, beside it, as SVG; each file is whole or not there.</summary>
    /// <param name="path">The PNG file; the SVG file's name differs in its ending.</param>
    /// <param name="chart">The chart.</param>
    /// <exception cref="IOException">One cannot be written.</exception>
    public static void Write(string path, Chart chart)
    {
        PngWriter.Write(path, Draw(chart));
        var svg = Encoding.UTF8.GetBytes(ToSvg(chart));
        AtomicFile.Write(Path.ChangeExtension(path, ".svg"), file => file.Write(svg));
    }

    /// <summary>A chart in pixels, RGB on white.</summary>
    public static Bitmap Draw(Chart chart)
    {
        var canvas = new RasterCanvas(chart.Width, chart.Height, PixelsOfUnit);
        ChartPainter.Paint(chart, canvas);
        return canvas.Image;
    }

    /// <summary>A chart as the text of an SVG file.</summary>
    public static string ToSvg(Chart chart)
    {
        var canvas = new SvgCanvas(chart.Width, chart.Height, chart.Title);
        ChartPainter.Paint(chart, canvas);
        return canvas.End();
    }
}
