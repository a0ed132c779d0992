using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Marking;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Tests.Social;

public sealed class MarksTests : IAsyncLifetime
{
    private static readonly MarkSubject Subject = new(MarkSpaces.Reactions, "asset_1");
    private static readonly string?[] Values = ["like", "dislike", null];

    private readonly House _house = new();
    private IDocuments _documents = null!;

    public Task InitializeAsync()
    {
        _documents = _house.Get<IDocuments>();
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Counts_are_the_truth_after_random_marks_replays_lost_races_and_deaths(int seed)
    {
        var luck = new Random(seed);
        var troubled = new TroubledDocuments(_documents, luck);
        var marks = new Marks(troubled, _house.Clock);
        var truth = new Dictionary<string, string?>();
        for (var i = 0; i < 80; i++)
        {
            var (person, value) = ($"user_{luck.Next(12)}", Values[luck.Next(3)]);
            for (var repeats = luck.Next(3); repeats >= 0; repeats--)
                Assert.True((await TroubledDocuments.UntilAnsweredAsync(() => marks.SetAsync(Subject, person, value, default))).Succeeded);
            truth[person] = value;
        }

        await AreTrueAsync(truth);
    }

    [Fact]
    public async Task Many_at_once_are_counted_once_each()
    {
        var marks = new Marks(_documents, _house.Clock);
        await Task.WhenAll(Enumerable.Range(0, 48).Select(async number =>
        {
            for (var i = 0; i < 3; i++)
                Assert.True((await marks.SetAsync(Subject, $"user_{number % 24}", Values[(number + i) % 3], default)).Succeeded);
        }));

        var counted = await CountedAsync();
        var truth = new Dictionary<string, string?>();
        for (var number = 0; number < 24; number++)
            truth[$"user_{number}"] = await marks.FindAsync(Subject, $"user_{number}", default);
        Assert.Equal(truth.Count(mark => mark.Value is not null), counted.Count);
        await AreTrueAsync(truth);
    }

    [Fact]
    public async Task A_bucket_whose_writers_are_in_each_others_way_is_split()
    {
        var documents = new TroubledDocuments(_documents, new Random(1)) { Deaths = 0, Losses = 0, LoseNext = 4 };
        var marks = new Marks(documents, _house.Clock);

        await marks.SetAsync(Subject, "user_1", "like", default);
        await marks.SetAsync(Subject, "user_2", "like", default);

        Assert.Equal(["", "d"], (await CountedAsync()).Select(mark => mark.Partition[$"{Subject}/".Length..]).Order());
        await AreTrueAsync(new() { ["user_1"] = "like", ["user_2"] = "like" });
    }

    [Fact]
    public async Task A_mark_from_before_a_split_is_changed_where_it_is_and_new_ones_go_below()
    {
        var marks = new Marks(_documents, _house.Clock);
        await marks.SetAsync(Subject, "user_1", "like", default);
        var root = (await _documents.FindAsync(MarkDocuments.Tallies, new DocumentKey($"{Subject}/", Tally.Id), default))!;
        await _documents.WriteAsync(MarkDocuments.Tallies.Replace(root.Value with { IsSplit = true }, root.ETag), default);

        await marks.SetAsync(Subject, "user_1", "dislike", default);
        await marks.SetAsync(Subject, "user_2", "like", default);
        Assert.Equal(["user_1"], (await CountedAsync()).Where(mark => mark.Partition == $"{Subject}/").Select(mark => mark.PersonId));
        await AreTrueAsync(new() { ["user_1"] = "dislike", ["user_2"] = "like" });

        await marks.SetAsync(Subject, "user_1", null, default);
        await marks.SetAsync(Subject, "user_1", "like", default);
        Assert.DoesNotContain(await CountedAsync(), mark => mark.Partition == $"{Subject}/");
        _house.Clock.Advance(TimeSpan.FromSeconds(10));
        await AreTrueAsync(new() { ["user_1"] = "like", ["user_2"] = "like" });
    }

    [Fact]
    public async Task A_race_that_is_always_lost_is_told()
    {
        var marks = new Marks(new TroubledDocuments(_documents, new Random(1)) { Deaths = 0, Losses = 100 }, _house.Clock);
        await new Marks(_documents, _house.Clock).SetAsync(Subject, "user_1", "like", default);

        Assert.Equal("social.busy", (await marks.SetAsync(Subject, "user_1", "dislike", default)).Error?.Code);
    }

    [Fact]
    public async Task A_recount_sets_right_what_was_broken_and_tells_it()
    {
        var marks = new Marks(_documents, _house.Clock);
        foreach (var person in new[] { "user_1", "user_2" })
            await marks.SetAsync(Subject, person, "like", default);
        var key = new DocumentKey($"{Subject}/", Tally.Id);
        var tally = (await _documents.FindAsync(MarkDocuments.Tallies, key, default))!;
        await _documents.WriteAsync(MarkDocuments.Tallies.Replace(tally.Value with { Counts = new Dictionary<string, long> { ["like"] = 7, ["dislike"] = 1 } }, tally.ETag), default);

        var (drifts, _) = await RecountAsync();

        Assert.Equal([("dislike", 1, 0), ("like", 7, 2)], drifts.OrderBy(drift => drift.Value).Select(drift => (drift.Value, drift.Told, drift.True)));
        await AreTrueAsync(new() { ["user_1"] = "like", ["user_2"] = "like" });
    }

    [Fact]
    public async Task A_recount_leaves_alone_what_is_written_all_the_time()
    {
        await new Marks(_documents, _house.Clock).SetAsync(Subject, "user_1", "like", default);
        var tally = (await _documents.FindAsync(MarkDocuments.Tallies, new DocumentKey($"{Subject}/", Tally.Id), default))!;
        await _documents.WriteAsync(MarkDocuments.Tallies.Replace(tally.Value with { Counts = new Dictionary<string, long>() }, tally.ETag), default);

        var (drifts, busy) = await RecountAsync(new TroubledDocuments(_documents, new Random(1)) { Deaths = 0, Losses = 100 });

        Assert.Equal((0, 1), (drifts.Count, busy));
    }

    /// <summary>The tallies, the marks and what each person has of their own are as they should be, and a recount finds nothing.</summary>
    private async Task AreTrueAsync(Dictionary<string, string?> truth)
    {
        var marks = new Marks(_documents, _house.Clock);
        var counts = await new Tallies(_documents, _house.Clock).CountAsync(Subject, default);
        foreach (var value in Values.OfType<string>())
            Assert.Equal(truth.Values.Count(given => given == value), counts[value]);
        foreach (var (person, value) in truth)
        {
            Assert.Equal(value, await marks.FindAsync(Subject, person, default));
            Assert.Equal(value, (await marks.ListOwnAsync(person, Subject.Space, new PageRequest(null, 10), default)).Items.SingleOrDefault()?.Value);
        }

        var (drifts, busy) = await RecountAsync();
        Assert.Empty(drifts);
        Assert.Equal(0, busy);
    }

    private async Task<(List<Drift> Drifts, int Busy)> RecountAsync(IDocuments? documents = null)
    {
        var recount = new Recount(documents ?? _documents, new Tallies(_documents, _house.Clock), []);
        var (drifts, progress) = (new List<Drift>(), RecountProgress.Start);
        while (progress.Next is { } step)
        {
            var found = await recount.StepAsync(step, default);
            drifts.AddRange(found.Drifts);
            progress = progress.After(found);
        }

        Assert.Equal((1, drifts.Count), (progress.Checked, progress.Drifted));
        return (drifts, progress.Busy);
    }

    private async Task<List<Mark>> CountedAsync()
    {
        var found = new List<Mark>();
        await foreach (var mark in _documents.ScanAsync(MarkDocuments.Marks, default))
            found.Add(mark);
        return found;
    }
}
