using FashionGanTf.Cli.Tests.Support;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>Wrong usage: exit code 2, one line, nothing written.</summary>
[TestClass]
public class UsageTests
{
    [TestMethod]
    [DataRow("", "Required command")]
    [DataRow("draw", "draw")]
    [DataRow("trian", "There is no command 'trian'; did you mean train? See ")]
    [DataRow("gen", "There is no command 'gen'; did you mean generate?")]
    [DataRow("--vresion", "There is no option '--vresion'; did you mean --version?")]
    [DataRow("train --colour", "There is no option '--colour'.")]
    [DataRow("train --epoch 3", "There is no option '--epoch'; did you mean --epochs?")]
    [DataRow("generate --out OUT --hlep", "There is no option '--hlep'; did you mean --help?")]
    [DataRow("generate --out OUT --format gird",
        "--format needs png, grid, idx, npz, zip, animation, gif or webp, not 'gird'; did you mean grid?")]
    [DataRow("generate --out a.zip --gap 4", "--gap goes with --format grid only.")]
    [DataRow("generate --out a.idx --ground white", "--ground does not go with --format idx")]
    [DataRow("generate --out a.gif --ground transparent", "--ground transparent does not go with --format gif")]
    [DataRow("generate --out a.png --via 7.3", "a way has two ends, --from and --to; --via does not go with it.")]
    [DataRow("generate --out OUT.jpg --format grid", "OUT.jpg ends in .jpg, but a PNG picture is written; end it in .png.")]
    [DataRow("generate --out OUT.jpg --grid 2x2", "OUT.jpg ends in .jpg, but a PNG picture is written; end it in .png.")]
    [DataRow("generate --out OUT.png --format idx", "OUT.png ends in .png, but an IDX array is written; end it in .idx.")]
    [DataRow("generate --out OUT.png.gz --format idx", "OUT.png.gz ends in .png.gz, but an IDX array is written; end it in .idx.")]
    [DataRow("generate --out OUT.png --format zip", "OUT.png ends in .png, but a ZIP file is written; end it in .zip.")]
    [DataRow("generate --out OUT.zip --format grid", "OUT.zip ends in .zip, but a PNG picture is written; end it in .png.")]
    [DataRow("generate --out OUT.gif --format animation", "OUT.gif ends in .gif, but an animated PNG is written; end it in .png.")]
    [DataRow("generate --out OUT.png --format png", "OUT.png ends in .png as files do, but a folder is written; leave the ending out")]
    [DataRow("train --out OUT.zip", "OUT.zip ends in .zip as files do, but a folder is written; leave the ending out")]
    [DataRow("evaluate --out OUT.html", "OUT.html ends in .html as files do, but a folder is written")]
    [DataRow("evaluate --json OUT.png", "OUT.png ends in .png, but JSON text is written; end it in .json.")]
    [DataRow("train-classifier --out OUT.txt", "OUT.txt ends in .txt, but a safetensors file is written; end it in .safetensors.")]
    [DataRow("train --learning-rate 1,5", "--learning-rate needs a number from 0 to 1, not '1,5'")]
    [DataRow("train now", "now")]
    [DataRow("train --epochs", "--epochs")]
    [DataRow("train --epochs 0", "--epochs needs a whole number from 1")]
    [DataRow("train --epochs 1.5", "--epochs needs a whole number from 1")]
    [DataRow("train --batch-size 0", "--batch-size needs")]
    [DataRow("train --batch-size 1", "--batch-size 1: A batch of one picture teaches nothing: batch normalisation subtracts")]
    [DataRow("train --batch-size many", "not 'many'")]
    [DataRow("train --latent-dim -1", "--latent-dim needs")]
    [DataRow("train --learning-rate -1e-4", "--learning-rate needs a number from 0 to 1, not '-1e-4'")]
    [DataRow("train --learning-rate NaN", "--learning-rate needs")]
    [DataRow("train --beta1 1", "--beta1 needs")]
    [DataRow("train --label-smoothing 2", "--label-smoothing needs")]
    [DataRow("train --label-noise -0.1", "--label-noise needs")]
    [DataRow("train --label-smoothing 0.5 --label-noise 0.5", "together must stay below 1")]
    [DataRow("train --network resnet", "--network needs dcgan, residual or stylegan, not 'resnet'")]
    [DataRow("train --network stylegan --attention 14", "--attention is a part of the dcgan networks; --network stylegan has none")]
    [DataRow("train --network residual --spectral-norm", "--spectral-norm is a part of the dcgan networks; --network residual has none")]
    [DataRow("train --network residual --attention 14", "--attention is a part of the dcgan networks; --network residual has none")]
    [DataRow("train --loss hing", "--loss needs")]
    [DataRow("train --loss hinge --label-noise 0.1", "change the labels of the non-saturating loss; --loss hinge has none")]
    [DataRow("train --r1 -1", "--r1 needs a number from 0")]
    [DataRow("train --gradient-penalty -0.5", "--gradient-penalty needs a number from 0")]
    [DataRow("train --r1 1 --penalty-every 0", "--penalty-every needs a whole number from 1")]
    [DataRow("train --penalty-every 4", "there is none; give --r1, --r2 or --gradient-penalty")]
    [DataRow("train --beta2 1", "--beta2 needs")]
    [DataRow("train --final-beta2 0.99", "Final values need --anneal-over")]
    [DataRow("train --anneal-over 1000", "--anneal-over goes with final values")]
    [DataRow("train --anneal-over 1000 --final-ema 0.9999 --ema 0", "--final-ema changes the moving average, and --ema 0 keeps none")]
    [DataRow("train --anneal-over 1000 --final-penalties 0.1", "there are none; give --r1, --r2 or --gradient-penalty")]
    [DataRow("train --diffaugment colour", "'colour' is no policy of DiffAugment; it holds some of color, translation, cutout")]
    [DataRow("train --ada 0.6", "--ada says how often DiffAugment changes a picture; give --diffaugment, too")]
    [DataRow("train --ada 0.6 --diffaugment color --loss wasserstein", "which says nothing with --loss wasserstein")]
    [DataRow("train --ada 2 --diffaugment color", "--ada needs a number from 0 to 1")]
    [DataRow("train --seed -3", "--seed needs")]
    [DataRow("train --threads 0", "--threads needs")]
    [DataRow("train --limit 0", "--limit needs")]
    [DataRow("train --epochs 1 --epochs 2", "--epochs")]
    [DataRow("generate --model m", "--out")]
    [DataRow("generate --model m --out OUT --count 0", "--count needs")]
    [DataRow("generate --model m --out OUT --grid 8", "--grid needs columns and rows from 1 to 1000 as in 8x4, not '8'")]
    [DataRow("generate --model m --out OUT --grid 0x4", "not '0x4'")]
    [DataRow("generate --model m --out OUT --grid 2x3x4", "not '2x3x4'")]
    [DataRow("generate --model m --out OUT --grid 2x2 --count 5", "4 places")]
    [DataRow("generate --model m --out OUT --grid 2x2 --format png", "--format grid only")]
    [DataRow("generate --model m --out OUT --first -1", "--first needs")]
    [DataRow("generate --model m --out OUT --picture 7",
        "--picture '7' is no recipe of a picture: at character 2: a seed goes with a picture's number, as in 7.0.")]
    [DataRow("generate --model m --out OUT --picture 7.3 --picture walk(7.3",
        "--picture 'walk(7.3' is no recipe of a picture: at character 9:")]
    [DataRow("generate --model m --out OUT --picture 7.3 --seed 1", "--picture says what to draw; --seed does not go with it.")]
    [DataRow("generate --model m --out OUT --picture 7.3 --count 1", "--picture says what to draw; --count does not go with it.")]
    [DataRow("generate --model m --out OUT --picture 7.3 --from 1.1 --to 2.2", "--picture says what to draw; --from does not go with it.")]
    [DataRow("generate --model m --out OUT --from 7.3", "--from and --to go together")]
    [DataRow("generate --model m --out OUT --from 7.3 --to 8.0 --first 2",
        "--from and --to say what to draw; --first does not go with it.")]
    [DataRow("generate --model m --out OUT --from 7.3 --to 8.0 --count 1", "A walk has 2 pictures at least.")]
    [DataRow("generate --model m --out OUT --picture 7.3 --picture 8.0 --grid 1x1", "2 pictures are more")]
    [DataRow("generate --model dcgan --out OUT --psi 0.7",
        "--psi: this model has no w, which psi moves towards its average; models of --network stylegan have it.")]
    [DataRow("generate --model dcgan --out OUT --noise-seed 7",
        "--noise-seed: this model's maps have no noise that a seed could choose; those of --network stylegan have it.")]
    [DataRow("generate --model dcgan --out OUT --mix 3",
        "--mix: mix(0.0,0.1,3) mixes styles, and this model has none; models of --network stylegan have them.")]
    [DataRow("generate --model dcgan --out OUT --picture mix(7.3,8.0,3)",
        "--picture: mix(7.3,8.0,3) mixes styles, and this model has none; models of --network stylegan have them.")]
    [DataRow("generate --model m --out OUT --mix 3 --count 3", "--mix says what to draw; --count does not go with it.")]
    [DataRow("generate --model m --out OUT --mix 12", "--mix needs a whole number from 1 to 11, not '12'.")]
    [DataRow("generate --model m --out OUT --psi 3", "--psi needs a number from 0 to 2, not '3'.")]
    [DataRow("generate --model m --out OUT --truncation 0", "--truncation needs a number from 0.05 to 5, not '0'.")]
    [DataRow("generate --model m --out OUT --scale 33", "--scale needs")]
    [DataRow("generate --model m --out OUT --scale 2 --format idx", "--scale does not go with --format idx")]
    [DataRow("generate --out OUT --scale 32 --count 1000 --format grid", "--format zip takes them")]
    [DataRow("generate --model m --out OUT --delay 50", "--delay goes with --format animation, gif and webp only.")]
    [DataRow("serve --model m --port 65536", "--port needs a whole number from 0 to 65535, not '65536'.")]
    [DataRow("serve --model m --host example.com", "--host needs an address as 0.0.0.0, :: or localhost, not 'example.com'.")]
    [DataRow("serve --model m --host localhots", "not 'localhots'; did you mean localhost?")]
    [DataRow("generate --model m --out OUT --format jpeg", "jpeg")]
    [DataRow("evaluate --model m --images OUT", "give one of them")]
    [DataRow("evaluate --images OUT --count 1", "--count needs a whole number from 2")]
    [DataRow("evaluate --images OUT --seed x", "--seed needs")]
    [DataRow("train-classifier", "--out")]
    [DataRow("train-classifier --out OUT --threads 0", "--threads needs")]
    public void IsExplainedInOneLine(string line, string complaint)
    {
        var output = Workplace.Folder("usage");
        var run = ProgramRun.Of(line.Replace("OUT", output, StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        run.RequireFailure(2, complaint.Replace("OUT", output, StringComparison.Ordinal));
        StringAssert.Contains(run.Error, "--help");
        Assert.AreEqual("", run.Output);
        Assert.IsFalse(Path.Exists(output));
    }
}
