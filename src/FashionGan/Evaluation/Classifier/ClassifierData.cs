namespace FashionGanTf.Evaluation.Classifier;

/// <summary>What a classifier has learned from.</summary>
/// <param name="Name">What to call the data: <c>Fashion-MNIST</c>, or the name of a folder or file.</param>
/// <param name="PicturesSha256">What tells the training pictures from others: <see cref="Datasets.PictureRows.Sha256"/>.</param>
/// <param name="Epochs">Passes over them.</param>
public sealed record ClassifierData(string Name, string PicturesSha256, int Epochs);
