using System.Collections;
using CsCheck;
using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Tests.Mp4;

public sealed class BoxRoundTripTests
{
    private static readonly string[] All = [.. Boxes.ByType.Keys, .. Boxes.ParentByType.Keys];

    public static TheoryData<string> Types { get; } = [.. All];

    [Theory]
    [MemberData(nameof(Types))]
    public void What_is_written_is_read_back_field_by_field(string type) => Generator(type).Sample(Same, iter: 200);

    /// <summary>A new box without a generator is a box that nobody has tried.</summary>
    [Fact]
    public void Every_kind_of_box_is_among_them()
    {
        var kinds = typeof(Box).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Box)) && !type.IsAbstract);
        Assert.Empty(kinds.Except(All.Select(type => Generator(type).Single().GetType())));
        Assert.Empty(BoxParser.KnownTypes.Select(type => type.ToString()).Except(All));
    }

    [Fact]
    public async Task The_readme_lists_every_box()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository(), "src", "Media", "Mp4", "README.md"));
        Assert.All(BoxParser.KnownTypes, type => Assert.Contains($"`{type}`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Sixty_four_bit_sizes_are_understood()
    {
        byte[] bytes = [0, 0, 0, 1, .. "free"u8, 0, 0, 0, 0, 0, 0, 0, 18, 7, 8];
        var box = Assert.IsType<UnknownBox>(Assert.Single(BoxParser.ReadAll(bytes)));
        Assert.Equal([7, 8], box.Body.ToArray());
    }

    [Fact]
    public async Task A_stream_gives_the_same_boxes_as_memory()
    {
        await Boxes.Parent.Array[1, 4].SampleAsync(async boxes =>
        {
            byte[] bytes = [.. boxes.SelectMany(box => box.ToBytes())];
            var reader = new BoxStreamReader(new MemoryStream(bytes));
            var read = new List<byte>();
            while (await reader.NextAsync(default) is { } header)
                read.AddRange((await reader.ReadBodyAsync(header, default)).ToBytes());
            Assert.Equal(bytes, read);
            Assert.Equal(bytes.Length, reader.Position);
        }, iter: 100);
    }

    private static Gen<Box> Generator(string type) => Boxes.ByType.TryGetValue(type, out var leaf) ? leaf : Boxes.ParentByType[type];

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "StreamPlatform.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    private static void Same(Box box)
    {
        var bytes = box.ToBytes();
        var read = Assert.Single(BoxParser.ReadAll(bytes));
        Equal(box, read);
        Assert.Equal(bytes, read.ToBytes());
    }

    /// <summary>Compares records property by property, memory and lists by content.</summary>
    private static void Equal(object? expected, object? actual)
    {
        switch (expected)
        {
            case ReadOnlyMemory<byte> memory:
                Assert.Equal(memory.ToArray(), ((ReadOnlyMemory<byte>)actual!).ToArray());
                break;
            case IEnumerable list and not string:
                var (left, right) = (list.Cast<object?>().ToList(), ((IEnumerable)actual!).Cast<object?>().ToList());
                Assert.Equal(left.Count, right.Count);
                for (var i = 0; i < left.Count; i++)
                    Equal(left[i], right[i]);
                break;
            case Box or SubSampleEntry or TrackReference:
                Assert.Equal(expected.GetType(), actual!.GetType());
                foreach (var property in expected.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0))
                    Equal(property.GetValue(expected), property.GetValue(actual));
                break;
            default:
                Assert.Equal(expected, actual);
                break;
        }
    }
}
