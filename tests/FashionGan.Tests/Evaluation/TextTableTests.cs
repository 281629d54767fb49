using FashionGanTf.Evaluation.Report;

namespace FashionGanTf.Tests.Evaluation;

/// <summary>Tables as plain text.</summary>
[TestClass]
public class TextTableTests
{
    [TestMethod]
    public void ColumnsAreAsWideAsTheyNeed() => Assert.AreEqual(
        """
        Colours     few  many
        red        0.25     –
        vermilion     3  1000

        """.ReplaceLineEndings("\n"),
        TextTable
            .Format(new ReportTable("Colours", ["few", "many"],
                [new ReportRow("red", "0.25", "–"), new ReportRow("vermilion", "3", "1000")])));
}
