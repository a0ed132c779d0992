using StreamPlatform.Tests.Players;
using Xunit.Abstractions;

namespace StreamPlatform.Media.Tests.Players;

/// <summary>A film plays in hls.js, shaka-player (by either manifest) and dash.js, in Chromium.</summary>
[Collection(FilmCollection.Name)]
public sealed class PlayerTests(Film film, ITestOutputHelper output)
{
    [SkippableFact]
    public async Task Players_change_quality_language_and_subtitles_land_where_they_are_sent_and_play_fast()
    {
        Skip.If(Player.Missing is not null, Player.Missing);
        output.WriteLine($"PLAYER_SEED={Player.Seed}");

        var players = await PlayAsync();

        Assert.Equal(["hls", "shaka", "shaka hls", "dash"], players.Select(player => player.Name));
        foreach (var player in players)
        {
            output.WriteLine($"{player.Name}: attempt {player.Attempt}, {player.Seconds:0.0} s, trick play at {player.Speed:0.0}, sought {string.Join(' ', player.Seeks)}");
            Assert.Empty(player.Errors);
            Assert.Empty(player.Failed);
            Assert.Null(player.MediaError);
            Assert.Equal([240, 360, 480], player.Heights);
            Assert.Equal([240, 480, 360], player.Switched);
            Assert.Equal(["de 880", "en 440"], player.Sounds);
            Assert.Equal(["Hallo", "Hello"], player.Texts);
            Assert.Contains(player.Folders, name => name.StartsWith("audio/de-", StringComparison.Ordinal));
            Assert.Contains(player.Folders, name => name.StartsWith("audio/en-", StringComparison.Ordinal));
            Assert.Equal(1, player.Ranges);
            Assert.InRange(player.Time, Film.Seconds - 0.1, Film.Seconds + 0.1);
            Assert.InRange(player.Duration, Film.Seconds - 0.1, Film.Seconds + 0.1);
            Assert.Equal(10, player.Seeks.Distinct().Count());
            Assert.True(player.Speed > 2, $"{player.Name} played at {player.Speed} times its speed.");
            Assert.True(player.Ended);
        }

        var hls = players[0];
        Assert.Equal(["240 audio-low", "360 audio-low", "480 audio audio-surround"], hls.Levels!);
        // Key frames are a track of their own: hls.js shows them singly; dash.js knows none and doesn't take it for a rung.
        Assert.Equal([90, 0, 150], hls.Stills);
        Assert.Equal(0, players[^1].Keys);
    }

    private async Task<IReadOnlyList<Player>> PlayAsync()
    {
        var folder = Directory.CreateTempSubdirectory("players-").FullName;
        try
        {
            await film.Site.WriteAsync(folder);
            var languages = new[] { new { language = "de", tone = 880, text = "Hallo" }, new { language = "en", tone = 440, text = "Hello" } };
            return await Player.PlayAsync(new { folder, Player.Seed, film = new { rate = Film.Rate, keys = 2, languages } });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
