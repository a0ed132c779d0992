using System.Globalization;

namespace StreamPlatform.Domain.Uploads;

/// <summary>What can be refused about an upload.</summary>
public static class UploadErrors
{
    public const int MaxFileNameLength = 255;

    /// <summary>There is no upload with this id, or it belongs to someone else.</summary>
    public static Error NotFound(string uploadId) =>
        new("upload.not_found", 404, $"There is no upload {uploadId} in your account.");

    /// <summary>The file, as declared or as it arrived, is larger than one upload may be.</summary>
    public static Error TooLarge(long limit) => new(
        "upload.too_large",
        413,
        $"The file is larger than the {Gigabytes(limit)} GB that one upload may have. Send a smaller or more compressed file.");

    /// <summary>The declared size is zero or negative.</summary>
    public static Error SizeInvalid() =>
        new("upload.size_invalid", 400, "sizeBytes must be the size of the file in bytes, and more than 0.");

    /// <summary>The file name is empty, too long or holds control characters.</summary>
    public static Error NameInvalid() => new(
        "upload.name_invalid",
        400,
        $"fileName must be 1 to {MaxFileNameLength} characters without control characters.");

    /// <summary>The upload is over, so this can't be done to it.</summary>
    public static Error WrongState(string uploadId, UploadState state) => new(
        "upload.wrong_state",
        409,
        $"Upload {uploadId} is {Describe(state)} and can't be changed any more. Create a new upload to send another file.");

    /// <summary>Nothing was committed before the upload's URL expired; the reason of an asset that failed so.</summary>
    public static Error Expired() => new(
        "upload.expired",
        410,
        "No file arrived before the upload's URL expired. Create a new upload for this asset to send it.");

    private static string Gigabytes(long bytes) => (bytes / 1e9).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Describe(UploadState state) => state switch
    {
        UploadState.Awaiting => "waiting for its file",
        UploadState.Committed => "complete",
        UploadState.Aborted => "aborted",
        _ => "expired",
    };
}
