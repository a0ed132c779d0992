namespace StreamPlatform.Local.Model;

/// <summary>How many instances a purge removed.</summary>
public class PurgeResult(int count)
{
    public int PurgedInstanceCount { get; } = count;
}
