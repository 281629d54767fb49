using Tensorflow.Gradients;

namespace Tensorflow.Data;

/// <summary>The elements for which a condition holds.</summary>
internal sealed class FilterDataset(Dataset input, Func<Tensors, bool> predicate) : Dataset
{
    internal override long Cardinality => Unknown;

    /// <summary>The condition may draw.</summary>
    internal override bool IsRandom => true;

    internal override IEnumerator<Element> Open(RandomGenerator random) => Run(input.Open(random));

    private IEnumerator<Element> Run(IEnumerator<Element> elements)
    {
        using (elements)
            while (elements.MoveNext())
            {
                // A row is copied once, for the condition and whoever walks.
                var element = Element.Of(elements.Current.ToTensors());
                if (Holds(element))
                    yield return element;
                else
                    element.Release();
            }
    }

    private bool Holds(Element element)
    {
        using var scope = TensorScope.Begin();
        using var pause = Tape.Pause();
        return predicate(element.ToTensors());
    }
}
