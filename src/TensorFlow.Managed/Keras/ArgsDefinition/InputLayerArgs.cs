namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What an input layer can be told; one of the two shapes must be given.</summary>
public class InputLayerArgs : LayerArgs;
