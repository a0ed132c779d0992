using Xunit.Abstractions;

namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>
/// Videos are cancelled, deleted, processed again and given other originals at random instants, and processes die before,
/// under and after these requests; each asset must come to what was asked for last, and nothing may be left over.
/// </summary>
[Collection(DrillCollection.Name)]
public sealed class UndoDrillTests(ITestOutputHelper output)
{
    private static readonly Whim[] Whims =
        [Whim.Cancel, Whim.Cancel, Whim.Cancel, Whim.Delete, Whim.Delete, Whim.Reprocess, Whim.Reprocess, Whim.Replace, Whim.Replace, Whim.Replace];

    private static readonly Victim[] Victims = [Victim.Platform, Victim.Platform, Victim.Platform, Victim.Transcoder, Victim.Tool];

    [Fact]
    public async Task Cancelled_deleted_reprocessed_and_replaced_at_random_instants_between_kills_each_asset_settles_and_nothing_is_left_over()
    {
        var report = new DrillReport(output);
        await using var platform = await Drill.StartPlatformAsync();
        var creator = new Creator(platform);
        var aftermath = new Aftermath(platform, creator);
        var saboteur = new Saboteur(platform, new Random(Drill.Seed));
        string[] sources = [await Drill.SourceAsync(platform, "one.mp4", Drill.Seconds), await Drill.SourceAsync(platform, "other.mp4", Drill.Seconds - 4)];
        var undisturbed = new Dictionary<string, string>();
        foreach (var source in sources)
            await aftermath.BecomesAsync(undisturbed[source] = await creator.UploadAsync(source), "ready");

        var subjects = new List<Subject>();
        var done = new List<Whim>();
        try
        {
            await PlayAsync(platform, creator, saboteur, sources, subjects, done);
        }
        finally
        {
            report.Tell(string.Join(", ", done.CountBy(whim => whim).Select(count => $"{count.Value} × {count.Key}")));
            report.Tell(saboteur, subjects.Count);
        }

        foreach (var subject in subjects)
            await aftermath.BecomesAsync(subject.Asset, subject.IsDeleted ? ["deleted"] : subject.MayBeCancelled ? ["cancelled", "ready"] : ["ready"]);
        var kept = subjects.Where(subject => !subject.IsDeleted).ToList();
        var published = new List<string>(undisturbed.Values);
        foreach (var subject in kept)
            if ((await creator.FindAsync(subject.Asset))!.Value.GetProperty("revision").GetInt32() > 0)
                published.Add(subject.Asset);
        await aftermath.NothingIsLeftOverAsync(published, [.. undisturbed.Values, .. kept.Select(subject => subject.Asset)]);

        var expected = new Dictionary<string, StoredBlobs>();
        foreach (var source in sources)
            expected[source] = await StoredBlobs.OfAsync(platform, undisturbed[source]);
        foreach (var subject in kept)
            await IsConsistentAsync(platform, creator, subject, expected);
        report.Tell("Every asset came to what was asked for, and nothing is left over.");
    }

    private static async Task PlayAsync(
        Platform platform, Creator creator, Saboteur saboteur, string[] sources, List<Subject> subjects, List<Whim> done)
    {
        var random = new Random(Drill.Seed + 1);
        var watch = new StageWatch(platform);
        while (saboteur.Strikes.Count < Drill.Kills)
        {
            var round = new { New = random.Next(5) < 3, Choice = random.Next(), Source = random.Next(2), Wait = random.Next(4000), Under = random.Next(2) == 0, Gap = random.NextDouble() };
            var (whim, victim) = (Whims[random.Next(Whims.Length)], Victims[random.Next(Victims.Length)]);

            var candidates = subjects.FindAll(subject => !subject.IsDeleted);
            if (round.New || candidates.Count == 0)
                candidates = [new Subject(await creator.UploadAsync(sources[round.Source]), sources[round.Source])];
            var subject = candidates[round.Choice % candidates.Count];
            if (!subjects.Contains(subject))
                subjects.Add(subject);
            await Task.Delay(round.Wait);

            var stages = (await watch.LookAsync())?[subject.Asset].ToList() ?? [];
            var doing = subject.DoAsync(whim, creator, sources[round.Source ^ 1]);
            if (!round.Under)
                await doing;
            await Task.Delay(TimeSpan.FromMilliseconds(round.Gap * (round.Under ? 100 : 1500)));
            await saboteur.StrikeAsync(victim, stages.Count == 0 ? null : stages.Min(), $"{(round.Under ? "under" : "after")} {whim} of {subject.Asset}");
            await doing;
            done.Add(whim);
        }
    }

    /// <summary>It has one original, the right one where that is certain, and plays just what an undisturbed run makes of it.</summary>
    private static async Task IsConsistentAsync(Platform platform, Creator creator, Subject subject, Dictionary<string, StoredBlobs> expected)
    {
        var asset = (await creator.FindAsync(subject.Asset))!.Value;
        var about = $"{subject.Asset}: {asset}";
        var sizes = await StoredBlobs.OriginalsOfAsync(platform, subject.Asset);
        Assert.True(sizes.Count <= 1, $"{sizes.Count} originals of {about}");
        var source = expected.Keys.SingleOrDefault(file => sizes.Contains(new FileInfo(file).Length));
        var digests = (await StoredBlobs.OfAsync(platform, subject.Asset)).Digests;
        if (asset.GetProperty("status").GetString() == "ready")
        {
            Assert.True(source is not null && (subject.Source ?? source) == source, $"{source} is the original of {about}");
            Assert.True(Same(source), $"Not as undisturbed: {about}");
        }
        else
        {
            Assert.True(digests.Count == 0 ? asset.GetProperty("revision").GetInt32() == 0 : expected.Keys.Any(Same), $"Not as undisturbed: {about}");
        }

        bool Same(string file) => expected[file].Digests.SequenceEqual(digests);
    }
}
