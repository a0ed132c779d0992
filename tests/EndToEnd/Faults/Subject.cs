namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>An asset that its creator changes his mind about, and what may have become of it in the end.</summary>
internal sealed class Subject(string asset, string source)
{
    private int _sources = 1;

    public string Asset => asset;

    public bool IsDeleted { get; private set; }

    /// <summary>It was cancelled, and nothing that was accepted later started it again.</summary>
    public bool MayBeCancelled { get; private set; }

    /// <summary>The original that it must have; null when events that come in any order decide between several.</summary>
    public string? Source { get; private set; } = source;

    /// <summary>Does it, as often as it takes; what was done counts even when the answer says it was refused.</summary>
    public async Task DoAsync(Whim whim, Creator creator, string replacement)
    {
        switch (whim)
        {
            case Whim.Cancel:
                // An original whose arrival isn't noticed yet is cancelled with the rest.
                (MayBeCancelled, Source) = (true, _sources == 1 ? Source : null);
                await creator.CancelAsync(asset);
                break;
            case Whim.Delete:
                IsDeleted = true;
                await creator.DeleteAsync(asset);
                break;
            case Whim.Reprocess:
                MayBeCancelled &= !await creator.ReprocessAsync(asset);
                break;
            case Whim.Replace when await creator.ReplaceAsync(asset, replacement):
                Source = _sources++ == 1 && !MayBeCancelled ? replacement : null;
                MayBeCancelled = false;
                break;
        }
    }
}
