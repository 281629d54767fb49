using FashionGanTf.Datasets;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Evaluation.Measures;
using FashionGanTf.Evaluation.Pictures;
using Tensorflow.Keras.Callbacks;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Evaluation;

/// <summary>Judges whether drawn pictures are of the classes that were asked for.</summary>
/// <param name="Asked">What was asked for.</param>
/// <param name="TrainLabels">The classes of the training pictures.</param>
/// <param name="TestLabels">The classes of the test pictures.</param>
internal sealed record ConditionalJudge(AskedClasses Asked, byte[] TrainLabels, byte[] TestLabels)
{
    private int Classes => Asked.Names.Count;

    /// <summary>The labels that a discriminator of the model is asked with.</summary>
    internal (byte[] Test, byte[] Drawn, int Classes) Labels => (TestLabels, Asked.Labels, Classes);

    /// <summary>Measures.</summary>
    /// <param name="classifier">Names classes; it has learned from these training pictures.</param>
    /// <param name="judged">What is judged.</param>
    /// <param name="real">As many other real pictures, the first ones of their part.</param>
    /// <param name="train">The training pictures.</param>
    /// <param name="test">The test pictures.</param>
    /// <param name="reference">One of these two.</param>
    /// <param name="begin">Is told what begins.</param>
    /// <param name="stop">Ends the work early.</param>
    internal ConditionalMeasures Measure(
        PictureClassifier classifier, EmbeddedPictures judged, EmbeddedPictures real, EmbeddedPictures train, EmbeddedPictures test,
        EmbeddedPictures reference, Action<string> begin, CancellationToken stop)
    {
        begin("comparing class by class");
        var (referenceLabels, otherLabels) = reference == test ? (TestLabels, TrainLabels) : (TrainLabels, TestLabels);
        var judgedClasses = ClassMeasures.Of(reference, referenceLabels, judged, Asked.Labels, Classes, stop);
        var realClasses = ClassMeasures.Of(reference, referenceLabels, real, otherLabels[..real.Count], Classes, stop);
        var (testPictures, testLabels) = (new ArrayRows(test.Pictures), np.array(TestLabels));
        var drawn = OfDrawn(classifier.Data!.Epochs, train.Count, begin, stop);
        return new ConditionalMeasures(
            LabelMatch.Of(judged.Embedding.Probabilities!, Asked.Labels), LabelMatch.Of(test.Embedding.Probabilities!, TestLabels),
            judgedClasses, realClasses, ClassifierTraining.Accuracy(drawn, testPictures, testLabels),
            ClassifierTraining.Accuracy(classifier, testPictures, testLabels));
    }

    private PictureClassifier OfDrawn(int epochs, int count, Action<string> begin, CancellationToken stop)
    {
        begin($"drawing {count} pictures to train a classifier on");
        var drawn = Asked.Draw(count);
        var progress = new LambdaCallback(
            on_epoch_begin: epoch =>
                begin($"training a classifier on drawn pictures, epoch {epoch + 1}/{epochs}"),
            on_train_batch_end: (_, _) => stop.ThrowIfCancellationRequested());
        return ClassifierTraining.Train(drawn, epochs, progress);
    }
}
