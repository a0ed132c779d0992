namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>Keeps the platform busy with videos of one source, new ones and new revisions, and knows what each is in.</summary>
internal sealed class Workload(Platform platform, Creator creator, string source)
{
    private const int Least = 2;

    /// <summary>With more at once none would come far between two strikes.</summary>
    private const int Most = 4;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private readonly StageWatch _watch = new(platform);

    public List<Video> Videos { get; } = [];

    /// <summary>
    /// Waits until a video is in a stage in which none has struck it yet, and marks it as struck; false when none came to
    /// be. Uploads and processes again as needed, so that there is always something that comes to that stage.
    /// </summary>
    public async Task<bool> ReachAsync(Stage stage)
    {
        await LookAsync();
        while (Busy < Least)
            Upload();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (clock.Elapsed < LongestWait)
        {
            if (stage == Stage.Uploading && Busy < Most)
                return Upload().Struck.Add(stage);
            await LookAsync();
            if (Videos.Find(video => video.IsIn(stage) && video.Struck.Add(stage)) is not null)
                return true;
            if (!Videos.Exists(video => video.ComesTo(stage) && !video.Struck.Contains(stage)))
                await BeginOneAsync(stage);
            await Task.Delay(10);
        }

        return false;
    }

    /// <summary>Looks what the videos are in; what that is, for the report.</summary>
    public async Task<string> LookAsync()
    {
        if (await _watch.LookAsync() is { } seen)
            foreach (var video in Videos)
                video.See(seen);
        return string.Join(", ", Videos.Where(video => !video.IsDone || video.IsIn(Stage.Erasing)));
    }

    private int Busy => Videos.Count(video => !video.IsDone);

    private async Task BeginOneAsync(Stage stage)
    {
        if (Busy >= Most)
            return;
        if (stage != Stage.Erasing)
        {
            Upload();
        }
        else if (Videos.Find(video => video.IsDone && video.Revisions == 1) is { } done)
        {
            // It is refused as long as the asset isn't ready.
            if (await creator.ReprocessAsync(done.Asset))
                done.BeginAgain();
        }
        else if (Videos.TrueForAll(video => video.IsDone))
        {
            Upload();
        }
    }

    private Video Upload()
    {
        var video = new Video(Videos.Count + 1);
        video.Upload(creator, source);
        Videos.Add(video);
        return video;
    }
}
