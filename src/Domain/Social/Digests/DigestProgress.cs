namespace StreamPlatform.Domain.Social.Digests;

/// <summary>A day's letters under way: input of their <see cref="Workflow"/>.</summary>
/// <param name="Day">UTC, <c>2026-03-14</c>.</param>
/// <param name="Shard">Of <see cref="Digest"/>.</param>
/// <param name="Cursor">Of the shard's listing; null at its beginning.</param>
/// <param name="Sent">Letters so far.</param>
public sealed record DigestProgress(string Day, int Shard = 0, string? Cursor = null, int Sent = 0)
{
    public const string Workflow = "SendDigests";

    public string InstanceId => $"digests-{Day}";

    /// <summary>All shards are read.</summary>
    public bool IsDone => Shard >= Digest.Shards;
}
