using Google.Protobuf;

namespace Tensorflow.Summary;

/// <summary>A message <c>Event</c> with at most one value, as tensorflow/core/util/event.proto says.</summary>
/// <param name="Time">When it was made, in seconds since 1970.</param>
/// <param name="Step">The step that it tells of.</param>
/// <param name="Tag">What its value is called; null where it has none, as the first event of a file.</param>
/// <param name="Value">The fields of a <c>Summary.Value</c> besides the tag, encoded; null where it has none.</param>
internal sealed record EventMessage(double Time, long Step, string? Tag = null, byte[]? Value = null)
{
    /// <summary>What the first event of a file says of it.</summary>
    private const string Version = "brain.Event:2";

    private const int TimeField = 1, StepField = 2, VersionField = 3, SummaryField = 5, ValueField = 1, TagField = 1;

    /// <summary>The encoded message.</summary>
    internal byte[] ToBytes() => ProtoMessage.Of(message =>
    {
        message.Double(TimeField, Time);
        message.Number(StepField, Step);
        if (Tag is null)
            message.Text(VersionField, Version);
        else
            message.Message(SummaryField, summary => summary.Message(ValueField, value =>
            {
                value.Text(TagField, Tag);
                value.Raw(Value);
            }));
    });

    /// <summary>Time, step and tag of an encoded message; its value is left out.</summary>
    internal static EventMessage Parse(byte[] bytes)
    {
        var (time, step, tag, input) = (0d, 0L, (string?)null, new CodedInputStream(bytes));
        while (input.ReadTag() is var field and not 0)
            switch (WireFormat.GetTagFieldNumber(field))
            {
                case TimeField:
                    time = input.ReadDouble();
                    break;
                case StepField:
                    step = input.ReadInt64();
                    break;
                case SummaryField:
                    tag = Inside(Inside(input.ReadBytes(), ValueField), TagField)?.ToStringUtf8();
                    break;
                default:
                    input.SkipLastField();
                    break;
            }

        return new EventMessage(time, step, tag);
    }

    /// <summary>The first field of this number in a message; null where there is none.</summary>
    private static ByteString? Inside(ByteString? message, int number)
    {
        var input = new CodedInputStream((message ?? ByteString.Empty).ToByteArray());
        while (input.ReadTag() is var field and not 0)
            if (WireFormat.GetTagFieldNumber(field) == number)
                return input.ReadBytes();
            else
                input.SkipLastField();
        return null;
    }
}
