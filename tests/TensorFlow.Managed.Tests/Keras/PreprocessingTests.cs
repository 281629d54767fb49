using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>Texts as numbers, as Keras 2 documents it.</summary>
[TestClass]
public class PreprocessingTests
{
    private static readonly string[] s_texts = ["A red coat, a blue coat!", "The blue shirt", "A bag"];

    [TestMethod]
    public void WordsAreNumberedByHowOftenTheyOccur()
    {
        var tokenizer = keras.preprocessing.text.Tokenizer();
        tokenizer.fit_on_texts(s_texts);
        Assert.AreEqual("a coat blue red the shirt bag", Words(tokenizer));
        Assert.AreEqual(3, tokenizer.word_counts["a"]);
        Assert.AreEqual(2, tokenizer.word_docs["a"]);
        Assert.AreEqual(3, tokenizer.document_count);
        var sequences = tokenizer.texts_to_sequences(["the RED scarf", "?"]);
        CollectionAssert.AreEqual(new[] { 5, 4 }, sequences[0]);
        Assert.IsEmpty(sequences[1]);
        CollectionAssert.AreEqual(new[] { "the red", "" }, tokenizer.sequences_to_texts(sequences).ToArray());

        // The same of texts that are split already, whose signs stay.
        var split = keras.preprocessing.text.Tokenizer(lower: false);
        split.fit_on_texts([["A", "a", "coat!"], ["a"]]);
        Assert.AreEqual("a A coat!", Words(split));

        var signs = keras.preprocessing.text.Tokenizer(char_level: true);
        signs.fit_on_texts(["aba"]);
        CollectionAssert.AreEqual(new[] { 2, 1 }, signs.texts_to_sequences(["bA"])[0]);

        static string Words(Tensorflow.Keras.Preprocessing.Tokenizer tokenizer) =>
            string.Join(' ', tokenizer.index_word.OrderBy(one => one.Key).Select(one => one.Value));
    }

    [TestMethod]
    public void UnknownAndRareWordsHaveATokenWhereItIsAskedFor()
    {
        var tokenizer = keras.preprocessing.text.Tokenizer(num_words: 4, oov_token: "?");
        tokenizer.fit_on_texts(s_texts);
        Assert.AreEqual(1, tokenizer.word_index["?"]);
        Assert.AreEqual(8, tokenizer.word_index.Count);
        // ? a coat | blue red the shirt bag
        CollectionAssert.AreEqual(new[] { 2, 1, 3, 1 }, tokenizer.texts_to_sequences(["a red coat today"])[0]);
        Assert.AreEqual("a ? coat", tokenizer.sequences_to_texts([[2, 7, 3]])[0]);
        var few = keras.preprocessing.text.Tokenizer(num_words: 3);
        few.fit_on_texts(s_texts);
        CollectionAssert.AreEqual(new[] { 1, 2 }, few.texts_to_sequences(["a red coat today"])[0]);
    }

    /// <summary>Worked out by hand from the formulas of Keras.</summary>
    [TestMethod]
    public void TextsAreRows()
    {
        var tokenizer = keras.preprocessing.text.Tokenizer(num_words: 4);
        tokenizer.fit_on_texts(s_texts);
        string[] asked = ["a coat, a coat, a blue", "blue"];
        Row("binary", 1, 1, 1);
        Row("count", 3, 2, 1);
        Row("freq", 3 / 6f, 2 / 6f, 1 / 6f);
        Row("tfidf", (1 + MathF.Log(3)) * MathF.Log(1 + 3 / 3f), (1 + MathF.Log(2)) * MathF.Log(1 + 3 / 2f), MathF.Log(1 + 3 / 3f));
        Assert.ThrowsExactly<ArgumentException>(() => tokenizer.texts_to_matrix(asked, "mean"));

        void Row(string mode, float a, float coat, float blue)
        {
            var matrix = tokenizer.texts_to_matrix(asked, mode);
            Assert.AreEqual<Shape>((2, 4), matrix.shape);
            Near.AreEqual(tf.constant(new[] { 0, a, coat, blue }), matrix[0], mode, 1e-6);
        }
    }

    /// <summary>The examples of Keras' documentation.</summary>
    [TestMethod]
    public void SequencesAreFilledUpAndCut()
    {
        int[][] sequences = [[1], [2, 3], [4, 5, 6]];
        var sequence = keras.preprocessing.sequence;
        Check("[[0 0 1] [0 2 3] [4 5 6]]", sequence.pad_sequences(sequences));
        Check("[[-1 -1 1] [-1 2 3] [4 5 6]]", sequence.pad_sequences(sequences, value: -1));
        Check("[[1 0 0] [2 3 0] [4 5 6]]", sequence.pad_sequences(sequences, padding: "post"));
        Check("[[0 1] [2 3] [5 6]]", sequence.pad_sequences(sequences, maxlen: 2));
        var halves = sequence.pad_sequences(sequences, 2, "float32", truncating: "post", value: 0.5);
        Near.AreEqual(tf.constant(new[,] { { 0.5f, 1 }, { 2, 3 }, { 4, 5 } }), halves, "cut after", 0);
        Assert.AreEqual<Shape>((0, 0), sequence.pad_sequences([]).shape);
        Assert.ThrowsExactly<ArgumentException>(() => sequence.pad_sequences(sequences, padding: "both"));
        Assert.ThrowsExactly<ArgumentException>(() => sequence.pad_sequences(sequences, dtype: "string"));
        Assert.ThrowsExactly<ArgumentException>(() => sequence.pad_sequences(sequences, maxlen: 0));

        static void Check(string rows, Tensorflow.NumPy.NDArray padded)
        {
            Assert.AreEqual(tf.int32, padded.dtype);
            var numbers = padded.ToArray<int>().Chunk((int)padded.shape[1]).Select(row => $"[{string.Join(' ', row)}]");
            Assert.AreEqual(rows, $"[{string.Join(' ', numbers)}]");
        }
    }
}
