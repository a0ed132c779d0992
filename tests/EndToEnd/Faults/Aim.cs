namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>Whom to kill, and what shall be going on then.</summary>
internal sealed record Aim(Stage Stage, Victim Victim)
{
    private static readonly (Aim Aim, int Count)[] Deck =
    [
        (new(Stage.Uploading, Victim.Platform), 2),
        (new(Stage.Preparing, Victim.Platform), 2),
        (new(Stage.Preparing, Victim.Tool), 1),
        (new(Stage.Transcoding, Victim.Platform), 2),
        (new(Stage.Transcoding, Victim.Transcoder), 8),
        (new(Stage.Transcoding, Victim.Tool), 6),
        (new(Stage.Packaging, Victim.Platform), 2),
        (new(Stage.Published, Victim.Platform), 1),
        (new(Stage.Erasing, Victim.Platform), 2),
    ];

    /// <summary>Aims without end: shuffled decks of all, so that each has its turn.</summary>
    public static IEnumerable<Aim> Shuffled(Random random)
    {
        while (true)
        {
            var deck = Deck.SelectMany(card => Enumerable.Repeat(card.Aim, card.Count)).ToArray();
            random.Shuffle(deck);
            foreach (var aim in deck)
                yield return aim;
        }
    }

    /// <summary>How far into its stage a strike goes at most: about as long as the stage takes.</summary>
    public TimeSpan Depth => TimeSpan.FromMilliseconds(Stage switch
    {
        Stage.Uploading => 300,
        Stage.Preparing => Victim == Victim.Tool ? 0 : 300,
        Stage.Transcoding => 2000,
        Stage.Packaging => 80,
        _ => 3000,
    });
}
