using System.Globalization;
using System.Text;
using Microsoft.Azure.Cosmos;

namespace StreamPlatform.Azure.Cosmos;

/// <summary>Where one item is: its id, in the form that Cosmos DB takes, and its partition.</summary>
internal readonly record struct ItemKey
{
    /// <summary>The longest id that Cosmos DB takes, in bytes.</summary>
    private const int LongestId = 1023;

    private ItemKey(string id, string partition) => (Id, Partition) = (id, partition);

    public string Id { get; }
    public string Partition { get; }
    public PartitionKey PartitionKey => new(Partition);

    /// <summary>In a container that is partitioned by <c>/id</c>.</summary>
    public static ItemKey Of(string name) => new(Encode(name), Encode(name));

    /// <summary>In a container that is partitioned by <c>/ownerId</c>.</summary>
    public static ItemKey Of(string ownerId, string name) => new(Encode(name), ownerId);

    /// <summary>
    /// The name as an id: letters, digits and <c>_ - . : |</c> stay, every other byte of its UTF-8 is written <c>=2F</c>,
    /// so that two names never share an id.
    /// </summary>
    /// <exception cref="ArgumentException">The name is empty, or too long for an id.</exception>
    public static string Encode(string name)
    {
        var id = new StringBuilder(name.Length);
        foreach (var value in Encoding.UTF8.GetBytes(name))
        {
            if (char.IsAsciiLetterOrDigit((char)value) || "_-.:|".Contains((char)value, StringComparison.Ordinal))
                id.Append((char)value);
            else
                id.Append(CultureInfo.InvariantCulture, $"={value:X2}");
        }

        return id.Length is > 0 and <= LongestId
            ? id.ToString()
            : throw new ArgumentException($"A name of {name.Length} characters can't be the id of an item.", nameof(name));
    }
}
