using FashionGanTf.Generation.Recipes;

namespace FashionGanTf.Tests.Generation.Recipes;

/// <summary>Recipes as text: what is read, what is written, and what is said of anything else.</summary>
[TestClass]
public class RecipeTextTests
{
    [TestMethod]
    [DataRow("7.3", "7.3")]
    [DataRow(" 007.03 ", "7.3")]
    [DataRow("2147483647.2147483647", "2147483647.2147483647")]
    [DataRow("walk(7.3,8.0,0.30)", "walk(7.3,8.0,0.3)")]
    [DataRow("walk ( 7.3 , 8.0 ,\t1 )", "walk(7.3,8.0,1)")]
    [DataRow("walk(7.3,8.0,1e-5)", "walk(7.3,8.0,1E-05)")]
    [DataRow("walk(7.3,8.0,1E-05)", "walk(7.3,8.0,1E-05)")]
    [DataRow("blend(7.3*2,8.0*1)", "blend(7.3*2,8.0*1)")]
    [DataRow("blend( 7.3 * 0.5 , walk(1.1,2.2,0.25)*1000, 9.9*0)", "blend(7.3*0.5,walk(1.1,2.2,0.25)*1000,9.9*0)")]
    [DataRow("mix( 7.3, walk(1.1,2.2,0.25) , 03 )", "mix(7.3,walk(1.1,2.2,0.25),3)")]
    [DataRow("mix(7.3@bag,8.0@Bag,11)", "mix(7.3@bag,8.0@bag,11)")]
    [DataRow("vary( 7.3 , 4.1 * 0.40, 5.2@Bag*1 , 6.0*0.5 * 1 - 03)", "vary(7.3,4.1*0.4,5.2@bag*1,6.0*0.5*1-3)")]
    [DataRow("vary(blend(7.3*2,8.0*1),4.1*0.4)", "vary(blend(7.3*2,8.0*1),4.1*0.4)")]
    [DataRow("7.3@sneaker", "7.3@sneaker")]
    [DataRow("7.3@T-shirt/top", "7.3@t-shirt/top")]
    [DataRow(" 7.3 @ Ankle  Boot ", "7.3@ankle-boot")]
    [DataRow("7.3@7", "7.3@7")]
    [DataRow("7.3@Größe \"2\"", "7.3@größe-2")]
    [DataRow("walk(7.3@sneaker,8.0@Bag , 0.3)", "walk(7.3@sneaker,8.0@bag,0.3)")]
    [DataRow("blend(7.3@Ankle boot*2,8.0*1)", "blend(7.3@ankle-boot*2,8.0*1)")]
    public void IsReadWithBlanksAndWrittenWithout(string text, string canonical)
    {
        Assert.AreEqual(canonical, Recipe.Parse(text).ToString());
        Assert.AreEqual(canonical, Recipe.Parse(canonical).ToString());
    }

    [TestMethod]
    [DataRow("", "at character 1: a seed, walk(, vary(, blend(, mix( or more( was expected, not 'the end'.")]
    [DataRow("x", "at character 1: a seed, walk(, vary(, blend(, mix( or more( was expected, not 'x'.")]
    [DataRow("-1.2", "at character 1: a seed, walk(, vary(, blend(, mix( or more( was expected, not '-'.")]
    [DataRow("7", "at character 2: a seed goes with a picture's number, as in 7.0.")]
    [DataRow("7.", "at character 3: a picture's number was expected, not 'the end'.")]
    [DataRow("7.3.1", "at character 4: nothing more was expected, not '.'.")]
    [DataRow("7.3 8.0", "at character 5: nothing more was expected, not '8'.")]
    [DataRow("2147483648.0", "at character 1: a seed or a picture's number is 2147483647 at most, not 2147483648.")]
    [DataRow("walk", "at character 5: '(' was expected, not 'the end'.")]
    [DataRow("Walk(7.3,8.0,1)", "at character 1: a seed, walk(, vary(, blend(, mix( or more( was expected, not 'W'.")]
    [DataRow("walk(7.3,8.0)", "at character 13: ',' was expected, not ')'.")]
    [DataRow("walk(7.3,8.0,1.01)", "at character 14: the position on a walk is a number from 0 to 1, not '1.01'.")]
    [DataRow("walk(7.3,8.0,-0.1)", "at character 14: the position on a walk is a number from 0 to 1, not '-'.")]
    [DataRow("walk(7.3,8.0,NaN)", "at character 14: the position on a walk is a number from 0 to 1, not 'N'.")]
    [DataRow("walk(7.3,8.0,0,5)", "at character 15: ')' was expected, not ','.")]
    [DataRow("blend(7.3*1)", "at character 1: a blend has 2 to 16 parts, not 1.")]
    [DataRow("blend(7.3,8.0)", "at character 10: '*' was expected, not ','.")]
    [DataRow("blend(7.3*0,8.0*0)", "at character 1: a blend needs a weight above 0.")]
    [DataRow("blend(7.3*1,8.0*1001)", "at character 17: a weight is a number from 0 to 1000, not '1001'.")]
    [DataRow("blend(7.3*1e999,8.0*1)", "at character 11: a weight is a number from 0 to 1000, not '1e999'.")]
    [DataRow("blend(7.3*.,8.0*1)", "at character 11: a weight is a number from 0 to 1000, not '.'.")]
    [DataRow("vary(7.3)", "at character 1: variations have a step at least, as in vary(7.3,4.1*0.4).")]
    [DataRow("vary(7.3,4.1)", "at character 13: '*' was expected, not ')'.")]
    [DataRow("vary(7.3,walk(1.1,2.2,0.5)*0.4)", "at character 10: a seed was expected, not 'w'.")]
    [DataRow("vary(7.3,4.1*1.1)", "at character 14: a variation's distance is a number from 0 to 1, not '1.1'.")]
    [DataRow("vary(7.3,4.1*0.4*3)", "at character 19: '-' was expected, not ')'.")]
    [DataRow("vary(7.3,4.1*0.4*3-2)", "at character 1: a variation changes rows of w such as 1-3, at most 1-12, not 3-2.")]
    [DataRow("vary(7.3,4.1*0.4*0-2)", "at character 1: a variation changes rows of w such as 1-3, at most 1-12, not 0-2.")]
    [DataRow("vary(7.3,4.1*0.4*1-13)", "at character 1: a variation changes rows of w such as 1-3, at most 1-12, not 1-13.")]
    [DataRow("mix(7.3,8.0)", "at character 12: ',' was expected, not ')'.")]
    [DataRow("mix(7.3,8.0,x)", "at character 13: a number of rows was expected, not 'x'.")]
    [DataRow("mix(7.3,8.0,2.5)", "at character 14: ')' was expected, not '.'.")]
    [DataRow("mix(7.3,8.0,0)", "at character 1: a mix takes 1 to 11 rows of w from its first picture, not 0.")]
    [DataRow("mix(7.3,8.0,12)", "at character 1: a mix takes 1 to 11 rows of w from its first picture, not 12.")]
    [DataRow("7.3@", "at character 5: the name of a class was expected, as in 7.3@sneaker, not 'the end'.")]
    [DataRow("walk(7.3@,8.0,0.5)", "at character 10: the name of a class was expected, as in 7.3@sneaker, not ','.")]
    [DataRow("7.3@ ?! ", "at character 5: the name of a class was expected, as in 7.3@sneaker, not '?!'.")]
    [DataRow("7.3@shoe (left)", "at character 10: nothing more was expected, not '('.")]
    public void WhatIsWrongIsSaidWithItsPlace(string text, string complaint) =>
        Assert.AreEqual(complaint, Assert.ThrowsExactly<FormatException>(() => Recipe.Parse(text)).Message);

    [TestMethod]
    public void NestingPicturesAndLengthHaveLimits()
    {
        var deepest = Nested(Recipe.MostDepth);
        Assert.AreEqual(Recipe.MostDepth, Recipe.Parse(deepest).Depth);
        StringAssert.EndsWith(Complaint($"walk({deepest},1.1,0.5)"), "walks, variations, blends and mixes nest 8 deep at most.");

        string Blend(int parts, string part) => $"blend({string.Join(',', Enumerable.Repeat(part + "*1", parts))})";
        var most = Blend(4, Blend(16, "1.1"));
        Assert.AreEqual(64, Recipe.Parse(most).Pictures);
        StringAssert.EndsWith(Complaint($"walk({most},1.1,0.5)"), "a recipe is made of 64 pictures at most, this one of 65.");
        StringAssert.EndsWith(Complaint(Blend(17, "1.1")), "a blend has 2 to 16 parts, not 17.");

        Assert.AreEqual("7.3", Recipe.Parse("7.3".PadLeft(Recipe.MostCharacters)).ToString());
        Assert.AreEqual("at character 5: a class or a text has 400 characters at most, this one 401.",
            Complaint("7.3@".PadRight(405, 'x')));
        Assert.AreEqual("a recipe has 8000 characters at most, this one 8001.", Complaint("7.3".PadLeft(Recipe.MostCharacters + 1)));
    }

    [TestMethod]
    public void NestingAsDeepAsATextAllowsIsRefusedToo() =>
        Assert.ThrowsExactly<FormatException>(() => Recipe.Parse(string.Concat(Enumerable.Repeat("walk(", Recipe.MostCharacters / 5))));

    [TestMethod]
    public void ALineOfAHundredVariationsIsOneRecipeOneLevelDeep()
    {
        var steps = Enumerable.Range(0, 100).Select(step => $"{900_000 + step}.{step % 23}*0.38");
        var line = $"vary(7.3@ankle-boot,{string.Join(',', steps)})";
        Assert.AreEqual(line, Recipe.Parse(line).ToString());
        Assert.AreEqual((1, 1), (Recipe.Parse(line).Depth, Recipe.Parse(line).Pictures));
        Assert.IsLessThan(Recipe.MostCharacters, Recipe.Parse($"blend({line}*1,walk({line},{line},0.5)*2)").ToString().Length);
    }

    private static string Nested(int depth) => depth == 0 ? "7.3" : $"walk({Nested(depth - 1)},8.{depth},0.5)";

    private static string Complaint(string text) => Assert.ThrowsExactly<FormatException>(() => Recipe.Parse(text)).Message;
}
