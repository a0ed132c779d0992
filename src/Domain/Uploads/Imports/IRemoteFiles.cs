namespace StreamPlatform.Domain.Uploads.Imports;

/// <summary>Files at addresses that strangers chose: never at one within our own networks, redirects looked at one by one.</summary>
public interface IRemoteFiles
{
    /// <summary>Why this URL would never be asked, as the end of a sentence; null when it may be tried.</summary>
    string? Refuse(Uri url);

    /// <summary>Asks for the file from a byte on.</summary>
    /// <param name="validator">What <see cref="RemoteFile.Validator"/> was: of another version the whole is answered.</param>
    Task<RemoteAnswer> OpenAsync(Uri url, long offset, string? validator, CancellationToken ct);
}
