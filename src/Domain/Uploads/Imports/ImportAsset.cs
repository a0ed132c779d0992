namespace StreamPlatform.Domain.Uploads.Imports;

/// <summary>Begins to fetch a file for a new asset: an upload whose bytes we bring ourselves.</summary>
public sealed class ImportAsset(CreateUpload create, IRemoteFiles files)
{
    private const string Nameless = "import";

    /// <returns>The upload, or <c>import.url_invalid</c> and what <see cref="CreateUpload"/> refuses.</returns>
    public async Task<Result<OpenUpload>> ExecuteAsync(string ownerId, NewImport wanted, CancellationToken ct)
    {
        if (!Uri.TryCreate(wanted.Url, UriKind.Absolute, out var url))
        {
            return ImportErrors.UrlInvalid(wanted.Url is null ? "it is missing." : "it is none.");
        }

        return files.Refuse(url) is { } why
            ? ImportErrors.UrlInvalid(why)
            : await create.ExecuteAsync(ownerId, new NewUpload(FileNameOf(url), 0, wanted.Title, wanted.Policy, null, wanted.RequestId, wanted.Encoding, wanted.Details, url, wanted.OnDuplicate), ct);
    }

    /// <summary>The end of its path.</summary>
    private static string FileNameOf(Uri url)
    {
        var name = new string([.. Uri.UnescapeDataString(url.Segments[^1]).Where(c => !char.IsControl(c) && c is not ('/' or '\\'))]).Trim();
        return name.Length == 0 ? Nameless : name[..Math.Min(name.Length, UploadErrors.MaxFileNameLength)];
    }
}
