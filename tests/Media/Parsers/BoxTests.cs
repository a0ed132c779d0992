using StreamPlatform.Media.Tests.Packaging;
using StreamPlatform.Media.Tests.Players;

namespace StreamPlatform.Media.Tests.Parsers;

/// <summary>mp4box reads our init segments and segments as we do.</summary>
[Collection(FilmCollection.Name)]
public sealed class BoxTests(Film film)
{
    [SkippableFact]
    public async Task Mp4box_reads_what_the_manifest_says_in_every_segment_of_a_film()
    {
        Skip.IfNot(Node.PackagesInstalled, "Run npm ci in tests first.");
        var tracks = await Mp4Box.AgreesAsync(film.Site);

        Assert.Equal(["360p-keys", "240p", "360p", "480p"], tracks.Where(track => track.Kind == "video").Select(track => track.Name).OrderBy(name => !name.EndsWith("-keys", StringComparison.Ordinal)).ThenBy(name => name, StringComparer.Ordinal));
        Assert.All(tracks.Where(track => track is { Kind: "video", Samples.Count: > 8 }), track => Assert.Equal(Film.Seconds * Film.Rate, track.Samples.Count));
        Assert.Equal([2, 2, 2, 2, 6], tracks.Where(track => track.Kind == "audio").Select(track => track.Channels).Order());
        Assert.Equal(["deu", "deu", "eng", "eng", "eng"], tracks.Where(track => track.Kind == "audio").Select(track => track.Language).Order(StringComparer.Ordinal));
        Assert.All(tracks, track => Assert.Equal(Film.Seconds, track.Samples.Sum(sample => sample[2]) / (double)track.Timescale, 0.05));
    }

    [SkippableFact]
    public async Task Mp4box_complains_of_what_is_no_segment()
    {
        Skip.IfNot(Node.PackagesInstalled, "Run npm ci in tests first.");
        var published = await Published.CreateAsync();
        var init = published.Files[published.Presentation.Video[0].Segments[0].InitName];
        var segment = published.Files[published.Segment("180p", 0)].ToArray();
        "trux"u8.CopyTo(segment.AsSpan(segment.AsSpan().IndexOf("trun"u8)));
        Assert.NotEmpty(Assert.Single(await Mp4Box.ReadAsync([("180p", init, [segment])])).Complaints);
    }
}
