using Tensorflow.Summary;

namespace Tensorflow.Tests.Summary;

/// <summary>What a training that goes on finds in an event file.</summary>
internal static class EventReader
{
    /// <summary>The events, up to the first that is damaged or cut off; that and what follows it is cut off the file.</summary>
    internal static List<EventMessage> Read(string path)
    {
        var events = new List<EventMessage>();
        EventFile.Open(path, one =>
        {
            events.Add(one);
            return true;
        }).Dispose();
        return events;
    }
}
