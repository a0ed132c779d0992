using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Planning;

namespace StreamPlatform.Media.Tests.Planning;

public sealed class AudioRenditionTests
{
    [Fact]
    public void Mono_stays_mono_at_one_rate() =>
        Assert.Equal(("und-64k", 1), Only(AudioRenditions.For([new(1, "aac", 1, 44100, "und")])));

    [Fact]
    public void Seven_one_is_folded_to_five_one_beside_stereo() => Assert.Equal(
        [("fr-128k", 2), ("fr-64k", 2), ("fr-384k-51", 6)],
        AudioRenditions.For([new(1, "dts", 8, 48000, "fr")]).Select(rendition => (rendition.Name, rendition.Channels)));

    [Fact]
    public void A_commentary_is_told_apart_and_never_the_default()
    {
        var renditions = AudioRenditions.For([new(1, "aac", 2, 48000, "en") { Role = AudioRole.Commentary, IsDefault = true }, new(2, "aac", 2, 48000, "en")]);
        Assert.Equal(["English (commentary)", "English"], renditions.Select(rendition => rendition.Label).Distinct());
        Assert.Equal([2, 2], renditions.Where(rendition => rendition.IsDefault).Select(rendition => rendition.SourceStreamIndex));
    }

    [Fact]
    public void The_default_of_the_container_is_ours_and_its_titles_are_kept_without_what_playlists_can_not_write()
    {
        var renditions = AudioRenditions.For([new(1, "aac", 2, 48000, "en"), new(2, "aac", 2, 48000, "pt-BR") { Title = "Dublado \"bom\"\n", IsDefault = true }]);
        Assert.Equal(["English", "Dublado bom"], renditions.Select(rendition => rendition.Label).Distinct());
        Assert.All(renditions, rendition => Assert.Equal(rendition.Language == "pt-BR", rendition.IsDefault));
    }

    [Fact]
    public void One_rendition_of_each_track_goes_first()
    {
        var renditions = AudioRenditions.For([new(1, "ac3", 6, 48000, "en"), new(2, "aac", 1, 48000, "de")]);
        Assert.Equal(["en-128k", "de-64k"], AudioRendition.First(renditions).Select(rendition => rendition.Name));
    }

    private static (string, int) Only(IReadOnlyList<AudioRendition> renditions) => (Assert.Single(renditions).Name, renditions[0].Channels);
}
