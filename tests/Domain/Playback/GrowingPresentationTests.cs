using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Watching;

namespace StreamPlatform.Domain.Tests.Playback;

public sealed class GrowingPresentationTests
{
    private const int Frames = 400;

    [Fact]
    public void Nothing_plays_before_video_and_audio_have_a_segment()
    {
        Assert.Null(GrowingPresentation.Of(Run(head: [], audio: [0])));
        Assert.Null(GrowingPresentation.Of(Run(head: [0], audio: [])));
        Assert.NotNull(GrowingPresentation.Of(Run(head: [0], audio: [0])));
    }

    [Fact]
    public void A_head_start_with_sound_plays_by_itself_and_the_audio_item_goes_on()
    {
        Assert.NotNull(GrowingPresentation.Of(Run(head: [0], headAudio: [0])));
        Assert.Null(GrowingPresentation.Of(Run(head: [0], headAudio: [])));
        Assert.Equal(At(1), GrowingPresentation.FirstPlayableAt(Run(head: [0], headAudio: [0], audio: [0])));

        var behind = GrowingPresentation.Of(Run(head: [0, 1], headAudio: [0, 1], audio: [0]))!.Audio.Single();
        var ahead = GrowingPresentation.Of(Run(head: [0, 1], headAudio: [0, 1], audio: [0, 1, 2]))!.Audio.Single();
        Assert.Equal(["audio/und-128k/000000.m4s", "audio/und-128k/000001.m4s"], Names(behind));
        Assert.Equal(["audio/und-128k/000000.m4s", "audio/und-128k/000001.m4s", "audio/und-128k/000002.m4s"], Names(ahead));
    }

    [Fact]
    public void Sound_that_will_be_levelled_is_the_head_starts_in_its_places_and_the_audio_items_after_them()
    {
        var early = GrowingPresentation.Of(Levelled(Run(head: [0], headAudio: [0], audio: [0, 1, 2])))!.Audio.Single();
        var later = GrowingPresentation.Of(Levelled(Run(head: [0, 1], headAudio: [0, 1], audio: [0, 1, 2])))!.Audio.Single();
        var failed = GrowingPresentation.Of(Levelled(Run(head: [0], headState: ItemState.Failed, headAudio: [], audio: [0, 1])))!.Audio.Single();

        Assert.Equal(["head/und-128k/000000.m4s"], Names(early));
        Assert.Equal(["head/und-128k/000000.m4s", "head/und-128k/000001.m4s", "audio/und-128k/000002.m4s"], Names(later));
        Assert.Equal(["head/und-128k/init.mp4", "head/und-128k/init.mp4", "audio/und-128k/init.mp4"], later.Segments.Select(segment => Short(segment.InitName)));
        Assert.Equal(["audio/und-128k/000000.m4s", "audio/und-128k/000001.m4s"], Names(failed));
    }

    [Fact]
    public void Of_each_sound_track_only_the_first_rendition_is_waited_for_and_shown()
    {
        var run = Run(head: [0], headAudio: [0]);
        run = run with { Plan = run.Plan with { Audio = [.. run.Plan.Audio, run.Plan.Audio[0] with { Name = "und-64k" }] } };

        Assert.Equal(["und-128k"], GrowingPresentation.Of(run)!.Audio.Select(track => track.Name));
    }

    [Fact]
    public void The_ladder_follows_the_head_start_with_its_own_init_segment()
    {
        var video = GrowingPresentation.Of(Run(head: [0, 1], ladder: [0, 1, 2], audio: [0]))!.Video.Single();

        Assert.Equal(["head/360p/000000.m4s", "head/360p/000001.m4s", "video/360p/000002.m4s"], Names(video));
        Assert.Equal(
            ["head/360p/init.mp4", "head/360p/init.mp4", "video/360p/init.mp4"],
            video.Segments.Select(segment => Short(segment.InitName)));
    }

    [Fact]
    public void A_place_planned_for_the_head_start_is_not_given_to_a_ladder_that_is_quicker()
    {
        var video = GrowingPresentation.Of(Run(head: [0], ladder: [0, 1, 2, 3], audio: [0]))!.Video.Single();

        Assert.Equal(["head/360p/000000.m4s"], Names(video));
    }

    [Fact]
    public void A_head_start_that_failed_leaves_its_other_places_to_the_ladder()
    {
        var run = Run(head: [0], headState: ItemState.Failed, ladder: [0, 1, 2], audio: [0]);

        Assert.Equal(
            ["head/360p/000000.m4s", "video/360p/000001.m4s", "video/360p/000002.m4s"],
            Names(GrowingPresentation.Of(run)!.Video.Single()));
    }

    [Fact]
    public void Only_the_contiguous_prefix_is_listed()
    {
        var video = GrowingPresentation.Of(Run(head: [0, 1], ladder: [0, 1, 2], secondChunk: [4], audio: [0]))!.Video.Single();

        Assert.Equal(3, video.Segments.Count);
    }

    [Fact]
    public void It_is_complete_when_every_item_is_done()
    {
        Assert.False(GrowingPresentation.Of(Run([0, 1], [0, 1, 2, 3], [0, 1, 2, 3], ItemState.Done, ItemState.Done))!.Complete);
        Assert.True(GrowingPresentation.Of(
            Run([0, 1], [0, 1, 2, 3], [0, 1, 2, 3], ItemState.Done, ItemState.Done, ItemState.Done))!.Complete);
    }

    [Fact]
    public void Whatever_the_order_in_which_jobs_finish_the_list_only_grows()
    {
        var random = new Random(20260314);
        for (var round = 0; round < 300; round++)
        {
            var (head, first, second, audio) = (0, 0, 0, 0);
            IReadOnlyList<string> before = [];
            while (head < 2 || first < 3 || second < 2 || audio < 5)
            {
                switch (random.Next(4))
                {
                    case 0 when head < 2: head++; break;
                    case 1 when first < 3: first++; break;
                    case 2 when second < 2: second++; break;
                    case 3 when audio < 5: audio++; break;
                }

                var run = Run(
                    Range(0, head), Range(0, first), Range(0, audio), head == 2 ? ItemState.Done : ItemState.Running, secondChunk: Range(3, second));
                var now = GrowingPresentation.Of(run) is { } shown ? Names(shown.Video.Single()) : [];
                Assert.Equal(before, now.Take(before.Count));
                before = now;
            }

            Assert.Equal(5, before.Count);
        }
    }

    [Fact]
    public void The_target_duration_is_the_grids_from_the_first_segment_on() =>
        Assert.Equal(4, GrowingPresentation.Of(Run(head: [0], audio: [0]))!.TargetSegmentSeconds);

    [Fact]
    public void It_was_first_playable_when_the_last_thing_a_player_needs_had_its_first_segment() =>
        Assert.Equal(At(2), GrowingPresentation.FirstPlayableAt(Run(head: [0], audio: [0])));

    private static RunView Levelled(RunView run) => run with { Plan = run.Plan with { Loudness = new LoudnessTarget(-16, -1, 20, 10) } };

    private static int[] Range(int start, int count) => [.. Enumerable.Range(start, count)];

    private static DateTimeOffset At(int second) => new(2026, 3, 14, 0, 0, second, TimeSpan.Zero);

    private static RunView Run(
        int[] head,
        int[]? ladder = null,
        int[]? audio = null,
        ItemState headState = ItemState.Running,
        ItemState ladderState = ItemState.Running,
        ItemState audioState = ItemState.Running,
        int[]? secondChunk = null,
        int[]? headAudio = null)
    {
        WorkItemSpec[] items =
        [
            new("head", WorkItemKind.HeadStart, WorkPriority.High, 0, 1, headAudio is null ? ["360p"] : ["360p", "und-128k"], 1, 200),
            new("audio", WorkItemKind.Audio, WorkPriority.High, 0, 1, ["und-128k"], 1),
            new("video-c0", WorkItemKind.Video, WorkPriority.Normal, 0, 1, ["720p", "360p"], 10),
            new("video-c1", WorkItemKind.Video, WorkPriority.Normal, 1, 1, ["720p", "360p"], 10),
        ];
        var plan = new TranscodePlan
        {
            AssetId = "asset_1",
            Generation = 1,
            Source = new SourceFile("uploads", "asset_1/upload_1", "0x1", 1000, "sea.mp4"),
            Info = new SourceInfo { Container = "mov", DurationSeconds = 16, Bytes = 1000 },
            Grid = new OutputGrid(new Rational(25, 1), 12800, 512, 50, 100) { TotalFrames = Frames },
            Video =
            [
                new VideoRendition("720p", "h264", 1280, 720, 23, 5_000_000, 10_000_000, "veryfast", "high"),
                new VideoRendition("360p", "h264", 640, 360, 23, 1_000_000, 2_000_000, "veryfast", "main"),
            ],
            Audio = [new AudioRendition("und-128k", "aac", 1, 2, 48000, 128_000, "und")],
            Chunks = [new Chunk(0, 0, 300), new Chunk(1, 300, null)],
            Items = items,
        };
        return new RunView(
            plan,
            [
                With(View(items[0], headState, "360p", 12800, head, At(1)), View(items[0], headState, "und-128k", 48000, headAudio ?? [], At(1))),
                View(items[1], audioState, "und-128k", 48000, audio ?? [], At(2)),
                View(items[2], ladderState, "360p", 12800, ladder ?? [], At(5)),
                View(items[3], ladderState, "360p", 12800, secondChunk ?? [], At(9)),
            ]);
    }

    [Fact]
    public void Parts_of_a_chunk_that_failed_go_on_with_what_it_had_listed()
    {
        var failed = InParts(Run(head: [], headState: ItemState.Failed, ladder: [0, 1], audio: [0]), "video-c0", made: []);
        var going = InParts(Run(head: [], headState: ItemState.Failed, ladder: [0, 1], audio: [0]), "video-c0", made: [0, 1, 2]);

        Assert.Equal(["video/360p/000000.m4s", "video/360p/000001.m4s"], Names(GrowingPresentation.Of(failed)!.Video.Single()));
        Assert.Equal(["video/360p/000000.m4s", "video/360p/000001.m4s", "video/360p/000002.m4s"], Names(GrowingPresentation.Of(going)!.Video.Single()));
        Assert.False(GrowingPresentation.Of(going)!.Complete);
    }

    [Fact]
    public void A_playlist_whose_chunk_was_made_in_parts_ends()
    {
        var run = Run(head: [], headState: ItemState.Failed, ladder: [0], ladderState: ItemState.Done, audio: [0, 1, 2, 3], audioState: ItemState.Done, secondChunk: [3]);
        Assert.True(GrowingPresentation.Of(InParts(run, "video-c0", [0, 1, 2], ItemState.Done))!.Complete);
    }

    [Fact]
    public void A_playlist_whose_rung_was_lost_ends_before_the_hole()
    {
        var run = Run(head: [0, 1], headState: ItemState.Done, ladder: [], ladderState: ItemState.Done, audio: [0, 1, 2, 3], audioState: ItemState.Done, secondChunk: [3]);
        var growing = GrowingPresentation.Of(InParts(run, "video-c0", [], ItemState.Failed))!;
        Assert.Equal(2, growing.Video.Single().Segments.Count);
        Assert.True(growing.Complete);
    }

    [Fact]
    public void Sound_that_was_lost_before_it_began_is_not_waited_for()
    {
        var run = Run(head: [0], audio: [], audioState: ItemState.Failed);
        var lost = run with { Items = [.. run.Items.Select(item => item.Spec.Id == "audio" ? item with { Failure = new AssetFailure("transcode.failed", "It did not work.") } : item)] };
        Assert.Empty(GrowingPresentation.Of(lost)!.Audio);
    }

    /// <summary>The item failed; its parts made so much.</summary>
    private static RunView InParts(RunView run, string id, int[] made, ItemState state = ItemState.Running) => run with
    {
        Items =
        [
            .. run.Items.SelectMany(item => item.Spec.Id != id
                ? [item]
                : new[] { item with { State = ItemState.Failed, Failure = new AssetFailure("transcode.failed", "It did not work.") } }
                    .Concat(item.Spec.Parts().Select(part => View(part, state, part.Renditions[0], 12800, made, At(7))))),
        ],
    };

    private static ItemView With(ItemView item, ItemView more) => item with { Outputs = [.. item.Outputs, .. more.Outputs] };

    private static ItemView View(WorkItemSpec spec, ItemState state, string rendition, int timescale, int[] numbers, DateTimeOffset first) => new(
        spec,
        state,
        0.5,
        numbers.Length == 0
            ? []
            :
            [
                new RenditionOutput
                {
                    Rendition = rendition,
                    Codecs = "avc1.4D401E",
                    InitHash = "00",
                    Timescale = timescale,
                    Segments = [.. numbers.Select(number => new SegmentFacts(number, number * 4L * timescale, 4L * timescale, 100, 50_000))],
                },
            ],
        numbers.Length == 0 ? null : first,
        null);

    private static string[] Names(PresentedTrack track) => [.. track.Segments.Select(segment => Short(segment.Name))];

    private static string Short(string name) => string.Join('/', name.Split('/').Skip(2));
}
