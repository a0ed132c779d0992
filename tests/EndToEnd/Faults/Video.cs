namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>One video of the drill, and how far it is known to be.</summary>
internal sealed class Video(int number)
{
    private string? _asset;
    private IReadOnlyList<Stage> _stages = [Stage.Uploading];
    private bool _begun;

    /// <summary>Stages in which it has been struck: in each once, so that the strikes are spread over many videos.</summary>
    public HashSet<Stage> Struck { get; } = [];

    /// <summary>Revisions that it must have had in the end.</summary>
    public int Revisions { get; set; } = 1;

    /// <summary>Ends when it is uploaded.</summary>
    public Task Uploading { get; private set; } = Task.CompletedTask;

    public string Asset => _asset ?? throw new InvalidOperationException("It is not uploaded yet.");

    /// <summary>Nothing is left to do before it can be watched.</summary>
    public bool IsDone { get; private set; }

    public bool IsIn(Stage stage) => _stages.Contains(stage);

    /// <summary>It will come to a stage, unless it is in it.</summary>
    public bool ComesTo(Stage stage) => stage == Stage.Erasing
        ? Revisions > 1 && !(IsDone && _stages.Count == 0)
        : !IsDone && _stages.All(now => now <= stage || now >= Stage.Published);

    public void Upload(Creator creator, string source)
    {
        Uploading = UploadAsync();
        async Task UploadAsync() => _asset = await creator.UploadAsync(source);
    }

    /// <summary>Takes in what was seen of all workflows.</summary>
    public void See(ILookup<string, Stage> seen)
    {
        if (_asset is null)
            return;
        _stages = [.. seen[Asset].Distinct()];
        _begun |= _stages.Count > 0;
        if (!_begun)
            _stages = [Stage.Uploading];
        IsDone = _begun && _stages.All(stage => stage >= Stage.Published);
    }

    /// <summary>Another revision is to be made.</summary>
    public void BeginAgain()
    {
        Revisions++;
        IsDone = false;
        _stages = [Stage.Preparing];
        Struck.Clear();
    }

    public override string ToString() => $"#{number} {(_stages.Count == 0 ? "idle" : string.Join('+', _stages))}".ToLowerInvariant();
}
