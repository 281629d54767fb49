using FashionGanTf.Conditions;
using FashionGanTf.Datasets;

namespace FashionGanTf.Evaluation;

/// <summary>The classes that a model was asked for when it drew what is judged.</summary>
/// <param name="Names">What the model can be asked for.</param>
/// <param name="Labels">What each judged picture was asked to be.</param>
/// <param name="Draw">Draws as many pictures as it is told, the classes in turn, to train a classifier on.</param>
public sealed record AskedClasses(ClassNames Names, byte[] Labels, Func<int, PictureSet> Draw);
