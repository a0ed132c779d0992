using System.Text;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Tests.Contracts.Search;

/// <summary>
/// Videos as a catalogue has them, the same for the same seed: titles of 20,000 words, everyday ones and names, that are as
/// frequent as words of a language are (Zipf and Mandelbrot), of channels of very different size, over ten years.
/// </summary>
internal sealed class GeneratedVideos(int seed)
{
    private const int Words = 20_000;

    private static readonly DateTimeOffset Start = new(2016, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Common =
    [
        .. """
        the a of in to how with and for my best new first day life world time home guide review part full live music game city night house food travel
        make build learn play watch story history summer winter garden kitchen river mountain ocean forest street market train bicycle camera light
        morning sunset cooking baking bread pasta coffee recipe quick easy simple beginners advanced tutorial lesson course lecture interview podcast
        episode season trailer highlights documentary animation painting drawing guitar piano drums singing dance workout running swimming climbing
        fishing camping hiking sailing flying driving racing football basketball tennis chess puzzle strategy adventure science physics chemistry biology
        mathematics astronomy planet galaxy engine machine robot computer software programming database network security design fashion style makeup
        haircut wedding birthday christmas festival carnival parade museum castle bridge tower village island desert volcano glacier waterfall canyon
        penguin elephant dolphin butterfly kitten puppy horse rescue wildlife nature weather storm lightning rainbow repair restore clean paint wood metal
        leather glass ceramic knitting sewing origami minimal budget luxury vintage modern ancient medieval future secret hidden forgotten incredible
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(),
    ];

    private static readonly string[] Syllables =
    [
        "ka", "lor", "min", "ta", "ver", "so", "ne", "brid", "gan", "el", "tho", "ri", "mar", "quin", "dal", "fer", "os", "wyn", "pel", "zu", "har", "il", "cor", "ves",
        "ban", "dro", "shi", "mel", "tor", "an", "gri", "ul", "sen", "bo", "ley", "ham", "sta", "fen", "ro", "ki",
    ];

    private static readonly string[] Categories = ["music", "education", "gaming", "travel", "sports", "science", "cooking", "news", "film", "animals"], Languages = ["en", "en", "en", "de", "es", "fr"];

    private readonly Random _random = new(seed);

    /// <summary>So many, the oldest first.</summary>
    public IEnumerable<IndexedVideo> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return Next(i, count);
        }
    }

    private IndexedVideo Next(int place, int count)
    {
        var channel = Zipf(Math.Max(10, count / 50));
        var title = Title();
        return new IndexedVideo
        {
            AssetId = OpaqueId.From("asset", $"{seed}/{place}"),
            Title = title,
            Description = $"{Title()}. {Title()}. {Title()}.",
            Tags = [.. title.Split(' ').Where(word => word.Length > 4).Take(3).Select(word => word.ToLowerInvariant())],
            Category = Categories[Zipf(Categories.Length)],
            Language = Languages[_random.Next(Languages.Length)],
            ChannelId = $"user_{channel}",
            ChannelName = $"{Name(channel * 7)} {Common[channel % Common.Length]}",
            DurationSeconds = 20 * Math.Pow(2, _random.NextDouble() * 9),
            Lines = Bands.Lines[Zipf(Bands.Lines.Count)],
            Captions = _random.Next(3) == 0 ? ["en"] : [],
            PublishedAt = Start.AddSeconds(3650.0 * 86400 * place / count),
            Views = (long)Math.Pow(10, _random.NextDouble() * _random.NextDouble() * 7),
            Likes = _random.Next(500),
            Dislikes = _random.Next(100),
        };
    }

    private string Title()
    {
        var words = new string[3 + _random.Next(6)];
        for (var i = 0; i < words.Length; i++)
        {
            var rank = Zipf(Words, flat: 3);
            words[i] = rank < Common.Length ? Common[rank] : Name(rank);
        }

        words[0] = char.ToUpperInvariant(words[0][0]) + words[0][1..];
        return string.Join(' ', words) + (_random.Next(4) == 0 ? $" {_random.Next(1, 60)}" : "");
    }

    /// <summary>A word that nobody else made up: the number in syllables.</summary>
    private static string Name(int number)
    {
        var name = new StringBuilder();
        for (var rest = number + Syllables.Length; rest > 0; rest /= Syllables.Length)
        {
            name.Append(Syllables[rest % Syllables.Length]);
        }

        return name.ToString();
    }

    /// <summary>From 0, the smaller the likelier: about as 1 / (n + flat).</summary>
    private int Zipf(int count, double flat = 1) => Math.Clamp((int)((flat * Math.Pow((count + flat) / flat, _random.NextDouble())) - flat), 0, count - 1);
}
