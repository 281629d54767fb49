using FashionGanTf.Conditions;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Networks;
using Tensorflow;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;

namespace FashionGanTf.Models;

/// <content>What the discriminator says of pictures.</content>
public sealed partial class FashionGan
{
    /// <summary>The discriminator that learned with the generator; null where there is none. Null itself for the GAN's own.</summary>
    private Lazy<Model?>? _judge;

    /// <summary>Whether there is a discriminator that learned with the generator. <see cref="Load"/> finds it in the file that a run leaves
    /// beside the generator's.</summary>
    public bool CanJudge => _judge is null || _judge.Value is not null;

    /// <summary>How real the discriminator finds pictures. A picture's logit does not depend on what stands beside it.</summary>
    /// <param name="pictures">Of the shape <see cref="Picture"/>.</param>
    /// <param name="recipes">What each is drawn from, which says what it is asked to be.</param>
    /// <returns>A logit for each: the higher, the more real.</returns>
    /// <exception cref="InvalidOperationException">There is no discriminator, see <see cref="CanJudge"/>.</exception>
    public float[] Judge(IReadOnlyList<Bitmap> pictures, IReadOnlyList<Recipe> recipes)
    {
        var judge = _judge is null ? Discriminator : _judge.Value
            ?? throw new InvalidOperationException("There is no discriminator that learned with this generator.");
        // A StyleGAN's discriminator compares the pictures of a batch with each other.
        var atOnce = _shape is StyleGanShape ? 1 : AtOnce;
        var known = ConditionsOf(judge);
        var logits = new float[pictures.Count];
        for (var done = 0; done < logits.Length; done += atOnce)
        {
            using var scope = TensorScope.Begin();
            var batch = Math.Min(atOnce, logits.Length - done);
            var bytes = pictures.Skip(done).Take(batch).SelectMany(picture => picture.Pixels).Select(value => (float)value).ToArray();
            var images = PixelRange.FromPixels(tf.reshape((Tensor)bytes, (batch, Picture.Size, Picture.Size, Picture.Channels)));
            var conditions = recipes.Skip(done).Take(batch).Select(recipe => recipe.Condition(known));
            OnConditions(judge).Apply(with(images, known.Size > 0 ? Condition.Rows([.. conditions]) : null), training: false)[0]
                .ToArray<float>().CopyTo(logits, done);
        }

        return logits;
    }

    /// <summary>The discriminator's file beside a generator's; null where there is none that fits.</summary>
    private static Model? JudgeBeside(string path, FashionGan gan)
    {
        var file = Path.Combine(Path.GetDirectoryName(path) ?? "", DiscriminatorFile.Name);
        if (!File.Exists(file))
            return null;
        try
        {
            return DiscriminatorFile.Load(file, gan.Classes, gan.Picture, gan.Vocabulary);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            // Drawing does not need it, and nothing is offered that does.
            return null;
        }
    }
}
