namespace FashionGanTf.Evaluation.Measures;

/// <summary>How well a model draws the classes that it is asked for.</summary>
/// <param name="Match">How often the classifier takes a judged picture for the class that was asked for.</param>
/// <param name="RealMatch">How often it names the class of a test picture, which it has not seen either.</param>
/// <param name="Judged">Each class of the judged pictures beside the reference's.</param>
/// <param name="Real">Each class of the other real pictures beside the reference's: as good as can be.</param>
/// <param name="TrainedOnDrawn">Classification accuracy score (Ravuri and Vinyals, 2019; GAN-train): the accuracy on all test pictures of a
/// classifier that was trained on drawn pictures alone, as many as there are training pictures, after its last epoch.</param>
/// <param name="TrainedOnReal">The accuracy of the same classifier, trained in the same way on the training pictures.</param>
public sealed record ConditionalMeasures(
    LabelMatch Match, LabelMatch RealMatch, IReadOnlyList<ClassMeasures> Judged, IReadOnlyList<ClassMeasures> Real, double TrainedOnDrawn,
    double TrainedOnReal);
