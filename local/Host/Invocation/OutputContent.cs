using System.Collections;

namespace StreamPlatform.Local.Host.Invocation;

/// <summary>Results as bytes: text and bytes as they are, everything else as JSON.</summary>
internal static class OutputContent
{
    public static BinaryData Of(object value) => value switch
    {
        BinaryData data => data,
        byte[] bytes => BinaryData.FromBytes(bytes),
        string text => BinaryData.FromString(text),
        _ => BinaryData.FromObjectAsJson(value, WorkerJson.Options),
    };

    /// <summary>A collection is a message an element; anything else, text and bytes too, is one message.</summary>
    public static IReadOnlyList<BinaryData> Messages(object value) => value switch
    {
        string or byte[] or BinaryData or IDictionary => [Of(value)],
        IEnumerable many => [.. many.Cast<object?>().Where(one => one is not null).Select(one => Of(one!))],
        _ => [Of(value)],
    };
}
