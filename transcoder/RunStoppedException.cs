namespace StreamPlatform.Transcoder;

/// <summary>Nobody wants the item's result any more: the run has a tombstone, or another job holds the item.</summary>
internal sealed class RunStoppedException : Exception
{
    public RunStoppedException()
        : base("The run was stopped.")
    {
    }
}
