using FashionGanTf.Generation.Recipes;
using FashionGanTf.Models;
using FashionGanTf.Studio.Tests.Support;

namespace FashionGanTf.Studio.Tests.Api;

/// <summary>What the discriminator says of pictures.</summary>
[TestClass]
public class ScoresTests
{
    private static ApiServer s_server = null!;

    [ClassInitialize]
    public static async Task Begin(TestContext context) => s_server = await ApiServer.Start(options => options with { Model = null });

    [ClassCleanup]
    public static async Task End() => await s_server.DisposeAsync();

    [TestMethod]
    public async Task ScoresAreTheDiscriminatorsLogits()
    {
        var scores = (await s_server.Json("api/scores?seed=7&first=3&count=5")).EnumerateArray().ToArray();
        var gan = FashionGan.Pretrained();
        Recipe[] recipes = [.. SeedRecipe.Range(7, 3, 5)];
        var logits = gan.Judge(gan.Draw(recipes), recipes);
        CollectionAssert.AreEqual(recipes.Select(recipe => recipe.ToString()).ToArray(),
            scores.Select(score => score.GetProperty("recipe").GetString()).ToArray());
        CollectionAssert.AreEqual(logits, scores.Select(score => score.GetProperty("logit").GetSingle()).ToArray());
    }

    [TestMethod]
    public async Task OfSeveralTheBestIsTold()
    {
        var four = (await s_server.Json("api/scores?seed=7&count=40&model=dcgan")).EnumerateArray().Chunk(4)
            .Select(group => group.MaxBy(score => score.GetProperty("logit").GetSingle()).GetProperty("recipe").GetString()).ToArray();
        var best = (await s_server.Json("api/scores?seed=7&count=10&best_of=4&model=dcgan")).EnumerateArray();
        CollectionAssert.AreEqual(four, best.Select(score => score.GetProperty("recipe").GetString()).ToArray());
    }

    [TestMethod]
    [DataRow("count=256&best_of=9", "best_of", "are 2,304 to draw; 2,048 are the most.")]
    [DataRow("first=1000000000&best_of=4", "first", "the best of 4 would be chosen from numbers above 2147483647.")]
    [DataRow("best_of=17", "best_of", "16")]
    [DataRow("picture=7.3", "picture", "")]
    public async Task WhatIsWrongIsSaid(string query, string parameter, string words)
    {
        var problem = await s_server.Problem($"api/scores?seed=7&{query}", 400);
        StringAssert.Contains(problem.GetProperty("errors").GetProperty(parameter)[0].GetString(), words);
    }

    [TestMethod]
    public async Task AModelWithoutItsDiscriminatorCannotJudge()
    {
        await using var server = await ApiServer.Start();
        var can = (await server.Json("api/models"))[0].GetProperty("can").EnumerateArray().Select(one => one.GetString()).ToArray();
        CollectionAssert.DoesNotContain(can, "judge");
        var problem = await server.Problem("api/scores?seed=7", 400);
        StringAssert.StartsWith(
            problem.GetProperty("errors").GetProperty("model")[0].GetString(), "no discriminator that fits lies beside ");
    }
}
