using StreamPlatform.Domain.Uploads.Imports;

namespace StreamPlatform.Domain.Tests.Uploads.Imports;

/// <summary>One file on a server that does as it is told.</summary>
internal sealed class FakeRemoteFiles : IRemoteFiles
{
    public byte[] Content { get; set; } = [];
    public string? Validator { get; set; } = "\"1\"";
    public bool GivesParts { get; set; } = true;
    public bool TellsLength { get; set; } = true;
    public string? MediaType { get; set; } = "video/mp4";

    /// <summary>Answers of the next requests, instead of the file.</summary>
    public Queue<RemoteAnswer> Instead { get; } = new();

    public List<(long Offset, string? Validator)> Asked { get; } = [];

    /// <summary>Called before each read of a mebibyte, with its place in the file; throw to break the connection.</summary>
    public Func<long, CancellationToken, Task> BeforeRead { get; set; } = (_, _) => Task.CompletedTask;

    public string? Refuse(Uri url) => url.Host == "localhost" ? "its address is not on the internet." : null;

    public Task<RemoteAnswer> OpenAsync(Uri url, long offset, string? validator, CancellationToken ct)
    {
        Asked.Add((offset, validator));
        if (Instead.TryDequeue(out var instead))
        {
            return Task.FromResult(instead);
        }

        var isPart = GivesParts && (offset == 0 || validator == Validator);
        var from = isPart ? offset : 0;
        return Task.FromResult(new RemoteAnswer(new RemoteFile(new Slow(this, from), from, TellsLength ? Content.Length : null, Validator, isPart, MediaType)));
    }

    private sealed class Slow(FakeRemoteFiles files, long from) : MemoryStream(files.Content, (int)from, files.Content.Length - (int)from, writable: false)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await files.BeforeRead(from + Position, cancellationToken);
            return await base.ReadAsync(buffer[..Math.Min(buffer.Length, 1 << 20)], cancellationToken);
        }
    }
}
