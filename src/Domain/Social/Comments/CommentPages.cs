namespace StreamPlatform.Domain.Social.Comments;

/// <summary>
/// Pages of threads as everybody sees them, kept for two seconds: a video that many look at is read once for all of them. What
/// this process writes is seen at once, what another does when the time is over.
/// </summary>
public sealed class CommentPages(TimeProvider clock)
{
    /// <summary>Characters of a page that is kept: what is longer is seldom read, and would fill the memory.</summary>
    private const int LongestKept = 32 * 1024;

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);

    private readonly Bounded<(string AssetId, CommentOrder Order, PageRequest Page, long Version, long Window), CommentPage> _pages = new(500);
    private readonly long[] _versions = new long[1024];

    /// <summary>The page, read by <paramref name="read"/> when it is not there.</summary>
    public async Task<CommentPage> GetAsync(string assetId, CommentOrder order, PageRequest page, Func<Task<CommentPage>> read)
    {
        var key = (assetId, order, page, Volatile.Read(ref VersionOf(assetId)), clock.GetUtcNow().UtcTicks / Kept.Ticks);
        if (_pages.Find(key) is { } known)
        {
            return known;
        }

        var found = await read();
        return found.Items.Sum(shown => shown.Comment.Text?.Length ?? 0) <= LongestKept ? _pages.GetOrAdd(key, _ => found) : found;
    }

    /// <summary>Something about the asset's comments was written, or may have been.</summary>
    public void Forget(string assetId) => Interlocked.Increment(ref VersionOf(assetId));

    private ref long VersionOf(string assetId) => ref _versions[(uint)assetId.GetHashCode(StringComparison.Ordinal) % _versions.Length];
}
