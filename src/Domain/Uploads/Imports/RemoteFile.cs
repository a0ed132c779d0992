namespace StreamPlatform.Domain.Uploads.Imports;

/// <summary>A file that is on its way.</summary>
/// <param name="Offset">Of its first byte that comes.</param>
/// <param name="TotalBytes">Of all of it; null when its server doesn't tell.</param>
/// <param name="Validator">See <see cref="ImportSource.Validator"/>.</param>
/// <param name="IsPart">Its server gives parts.</param>
/// <param name="MediaType">As its server says; null when it says none.</param>
public sealed record RemoteFile(Stream Content, long Offset, long? TotalBytes, string? Validator, bool IsPart, string? MediaType);

/// <summary>What came of asking for a file; dispose of it.</summary>
/// <param name="File">Null when there is none.</param>
/// <param name="Failure">Why.</param>
/// <param name="Passes">It may be better later.</param>
/// <param name="RetryAfter">When, as its server says.</param>
/// <param name="Holder">What the file's bytes come by.</param>
public sealed record RemoteAnswer(RemoteFile? File, Error? Failure = null, bool Passes = false, TimeSpan? RetryAfter = null, IDisposable? Holder = null) : IDisposable
{
    public void Dispose() => Holder?.Dispose();
}
