using System.Text.Json.Serialization;

namespace FashionGanTf.Models;

/// <summary>How the lists in a generator's file are read: by code that the build makes, for reflection costs a program's start more than
/// drawing a picture does.</summary>
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(int[][]))]
internal sealed partial class FileTexts : JsonSerializerContext;
