using System.Globalization;

namespace StreamPlatform.Domain.Uploads.Imports;

/// <summary>Why a file can't be fetched: answers to the request, or the reason of an asset that failed so.</summary>
public static class ImportErrors
{
    /// <summary>The URL is none that is ever asked.</summary>
    public static Error UrlInvalid(string why) => new("import.url_invalid", 422, $"Nothing can be fetched from this URL: {why}");

    /// <summary>The URL's name leads into a private network.</summary>
    public static Error NotPublic() => new("import.not_public", 422, "The file can't be fetched: its address is not on the internet.");

    /// <summary>The server can't be reached, or fails, again and again.</summary>
    public static Error Unreachable(string why) => new("import.unreachable", 422, $"The file's server didn't give it: {why} See that it is up, then import again.");

    /// <summary>The server says that there is no such file.</summary>
    public static Error NotFound() => new("import.not_found", 422, "The file's server says that there is no such file. Check the URL; a link that was made for a time may have run out.");

    /// <summary>The server wants credentials, or says no.</summary>
    public static Error Forbidden() => new("import.forbidden", 422, "The file's server doesn't let anybody have the file. Give a link that works without signing in.");

    /// <summary>The server refuses the request in another way.</summary>
    public static Error Refused(int status) => new(
        "import.refused", 422, $"The file's server answered {status.ToString(CultureInfo.InvariantCulture)} to the request for the file. Check that the URL leads to the file itself.");

    /// <summary>One redirect leads to the next, without end.</summary>
    public static Error TooManyRedirects(int most) => new(
        "import.too_many_redirects", 422, $"The URL was redirected more than {most.ToString(CultureInfo.InvariantCulture)} times. Give the URL of the file itself.");

    /// <summary>A redirect leads to where nothing is fetched from.</summary>
    public static Error RedirectRefused(string why) => new("import.redirect_refused", 422, $"The URL is redirected to one that nothing can be fetched from: {why}");

    /// <summary>The file is larger than one upload may be.</summary>
    public static Error TooLarge(long most) => new(
        "import.too_large", 422, $"The file is larger than the {(most / 1e9).ToString("0.###", CultureInfo.InvariantCulture)} GB that one upload may have. Give a smaller or more compressed file.");

    /// <summary>The file has no bytes.</summary>
    public static Error Empty() => new("import.empty", 422, "The file at this URL is empty. Check the URL.");

    /// <summary>What is there is a page, a playlist or a text.</summary>
    public static Error NotAFile(string mediaType) => new(
        "import.not_a_file", 422, $"This URL leads to no video or audio file but to {mediaType}. Give the URL by which the file itself is downloaded.");

    /// <summary>The file became another while it was fetched.</summary>
    public static Error Changed() => new("import.changed", 422, "The file was changed on its server while it was being fetched. Import it again when it is complete.");

    /// <summary>The server can't go on where it ended, and the file takes too long in one go.</summary>
    public static Error NotResumable(TimeSpan longest) => new(
        "import.not_resumable",
        422,
        $"The file's server can't send it in parts, and it didn't arrive whole within {longest.TotalMinutes.ToString("0", CultureInfo.InvariantCulture)} minutes. Put it where ranges and ETags are supported, or upload it.");

    /// <summary>The server's answer contradicts itself, or what it said before.</summary>
    public static Error AnswerInvalid(string why) => new("import.answer_invalid", 422, $"The file's server gave an answer that makes no sense: {why}");

    /// <summary>The file did not arrive within a day.</summary>
    public static Error TooSlow() => new("import.too_slow", 422, "The file didn't arrive within a day. Put it on a faster server, or upload it.");
}
