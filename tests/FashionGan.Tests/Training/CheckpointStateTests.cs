using FashionGanTf.Training;

namespace FashionGanTf.Tests.Training;

/// <summary>The text of a checkpoint that someone made to do harm: one line, before anything is done with it.</summary>
[TestClass]
public class CheckpointStateTests
{
    private const string Good =
        """{"epoch":1,"step":0,"seconds":0,"epoch_start":{"key":1,"counter":2},"global":{"key":1,"counter":2}""" +
        ""","dropouts":[],"metrics":{"d_loss":[1,2]}""" +
        ""","history":[{"epoch":1,"step":3,"logs":{},"images_per_second":1,"seconds":1}]}""";

    [TestMethod]
    public void TheTextThatTheOthersAreMadeFromIsGood() => Assert.AreEqual(1, CheckpointState.FromJson(Good).Epoch);

    [TestMethod]
    [DataRow("\"seconds\":0,", "\"seconds\":\"NaN\",", "contradicts itself")]
    [DataRow("\"seconds\":0,", "\"seconds\":1e300,", "contradicts itself")]
    [DataRow("\"seconds\":0,", "\"seconds\":-1,", "contradicts itself")]
    [DataRow("[1,2]", "null", "contradicts itself")]
    [DataRow("\"history\":[{\"epoch\":1,\"step\":3,\"logs\":{},\"images_per_second\":1,\"seconds\":1}]", "\"history\":[null]",
        "contradicts itself")]
    [DataRow("\"images_per_second\":1", "\"images_per_second\":1e400", "contradicts itself")]
    [DataRow("\"epoch\":1,\"step\":0", "\"epoch\":2,\"step\":0", "contradicts itself")]
    [DataRow("[1,2]", "[1,\"x\"]", "cannot be read")]
    [DataRow("\"d_loss\":[1,2]", "\"\\n\\u2028\\u202e\":{}", "cannot be read")]
    public void WhatIsWrongIsOneLine(string part, string damage, string complaint)
    {
        StringAssert.Contains(Good, part);
        var error = Assert.ThrowsExactly<InvalidDataException>(
            () => CheckpointState.FromJson(Good.Replace(part, damage, StringComparison.Ordinal)));
        StringAssert.Contains(error.Message, complaint);
        Assert.IsFalse(error.Message.Any("\n\r\u0085\u2028\u2029\u202e".Contains), error.Message);
    }
}
