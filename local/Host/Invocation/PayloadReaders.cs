using System.Text.Json;
using Azure.Storage.Blobs;

namespace StreamPlatform.Local.Host.Invocation;

/// <summary>Reads trigger payloads as the types that functions may ask for.</summary>
internal static class PayloadReaders
{
    /// <summary>A reader of one message, or null when the type can't hold one.</summary>
    public static Func<BinaryData, object?>? ForMessage(Type type) => type switch
    {
        _ when type == typeof(string) => data => data.ToString(),
        _ when type == typeof(byte[]) => data => data.ToArray(),
        _ when type == typeof(BinaryData) => data => data,
        _ when IsPlain(type) => data => JsonSerializer.Deserialize(data, type, WorkerJson.Options),
        _ => null,
    };

    /// <summary>A reader of a batch as an array, or null when the type isn't an array of messages.</summary>
    public static Func<IReadOnlyList<BinaryData>, object?>? ForBatch(Type type)
    {
        if (!type.IsSZArray || ForMessage(type.GetElementType()!) is not { } read)
            return null;
        var element = type.GetElementType()!;
        return batch =>
        {
            var array = Array.CreateInstance(element, batch.Count);
            for (var i = 0; i < batch.Count; i++)
                array.SetValue(read(batch[i]), i);
            return array;
        };
    }

    /// <summary>A reader of a blob, or null when the type can't hold one.</summary>
    public static Func<BlobClient, CancellationToken, ValueTask<object?>>? ForBlob(Type type)
    {
        if (type == typeof(BlobClient))
            return (blob, _) => ValueTask.FromResult<object?>(blob);
        if (type == typeof(Stream))
            return async (blob, cancellation) => await blob.OpenReadAsync(cancellationToken: cancellation);
        if (ForMessage(type) is not { } read)
            return null;
        return async (blob, cancellation) => read((await blob.DownloadContentAsync(cancellation)).Value.Content);
    }

    /// <summary>Whether a JSON document may become this type: not an interface of a service, not a delegate.</summary>
    private static bool IsPlain(Type type) =>
        !typeof(Delegate).IsAssignableFrom(type) && !typeof(Stream).IsAssignableFrom(type)
        && (!type.IsInterface || type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true)
        && type.Namespace?.StartsWith("Azure.", StringComparison.Ordinal) != true
        && !type.IsPointer && !type.IsByRef;
}
