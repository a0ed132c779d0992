using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using StreamPlatform.Domain.Uploads.Imports;
using StreamPlatform.Functions.Tests.Egress;
using StreamPlatform.Functions.Uploads;

namespace StreamPlatform.Functions.Tests.Uploads;

/// <summary>Files by HTTP from a server of its own, and what must not be asked.</summary>
public sealed class HttpRemoteFilesTests : IAsyncLifetime
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)];

    private PretendedInternet _internet = null!;
    private HttpRemoteFiles _files = null!;
    private Uri? _redirect;
    private int _requests;

    public async Task InitializeAsync()
    {
        _internet = await PretendedInternet.OpenAsync(AnswerAsync);
        _files = new HttpRemoteFiles(_internet.Guard(HttpRemoteFiles.RulesOf(new ImportOptions())), TimeSpan.FromSeconds(30));
    }

    public async Task DisposeAsync()
    {
        _files.Dispose();
        await _internet.DisposeAsync();
    }

    [Fact]
    public async Task A_file_comes_with_what_its_server_says_of_it()
    {
        using var answer = await OpenAsync("/sea.mp4");

        Assert.Equal((0L, 1000L, "\"one\"", true, "video/mp4"), (answer.File!.Offset, answer.File.TotalBytes, answer.File.Validator, answer.File.IsPart, answer.File.MediaType));
        Assert.Equal(Content, await BytesAsync(answer));
    }

    [Fact]
    public async Task It_goes_on_where_it_ended_if_it_is_the_same_still()
    {
        using var rest = await OpenAsync("/sea.mp4", 600, "\"one\"");
        using var another = await OpenAsync("/sea.mp4", 600, "\"two\"");

        Assert.Equal((600L, 1000L, true), (rest.File!.Offset, rest.File.TotalBytes, rest.File.IsPart));
        Assert.Equal(Content[600..], await BytesAsync(rest));
        Assert.Equal((0L, "\"one\"", false), (another.File!.Offset, another.File.Validator, another.File.IsPart));
    }

    [Fact]
    public async Task A_server_without_parts_and_without_length_is_told_as_that()
    {
        using var answer = await OpenAsync("/plain");

        Assert.Equal((0L, null, null, false), (answer.File!.Offset, answer.File.TotalBytes, answer.File.Validator, answer.File.IsPart));
        Assert.Equal(Content, await BytesAsync(answer));
    }

    [Fact]
    public async Task A_weak_tag_gives_way_to_the_date()
    {
        using var answer = await OpenAsync("/weak");

        Assert.Equal("Sat, 14 Mar 2026 15:09:26 GMT", answer.File!.Validator);
    }

    [Theory]
    [InlineData("404", "import.not_found", false)]
    [InlineData("410", "import.not_found", false)]
    [InlineData("401", "import.forbidden", false)]
    [InlineData("403", "import.forbidden", false)]
    [InlineData("405", "import.refused", false)]
    [InlineData("204", "import.refused", false)]
    [InlineData("300", "import.refused", false)]
    [InlineData("416", "import.empty", false)]
    [InlineData("408", "import.unreachable", true)]
    [InlineData("429", "import.unreachable", true)]
    [InlineData("500", "import.unreachable", true)]
    [InlineData("503", "import.unreachable", true)]
    [InlineData("gzip", "import.answer_invalid", false)]
    [InlineData("rangeless", "import.answer_invalid", false)]
    [InlineData("short-range", "import.answer_invalid", false)]
    [InlineData("endless-redirect", "import.too_many_redirects", false)]
    public async Task What_is_no_file_has_its_code(string path, string code, bool passes)
    {
        using var answer = await OpenAsync($"/{path}");

        Assert.Equal((code, passes), (answer.Failure?.Code, answer.Passes));
        Assert.Null(answer.File);
    }

    [Fact]
    public async Task One_that_hangs_is_given_up()
    {
        using var files = new HttpRemoteFiles(_internet.Guard(HttpRemoteFiles.RulesOf(new ImportOptions())), TimeSpan.FromSeconds(0.3));

        using var answer = await files.OpenAsync(new Uri("http://files.example/hangs"), 0, null, default);

        Assert.Equal(("import.unreachable", true), (answer.Failure?.Code, answer.Passes));
        Assert.Contains("0.3 s", answer.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_says_when_to_come_again()
    {
        using var answer = await OpenAsync("/503");

        Assert.Equal(TimeSpan.FromSeconds(77), answer.RetryAfter);
    }

    [Fact]
    public async Task A_part_that_is_gone_means_another_file()
    {
        using var answer = await OpenAsync("/416", 600, "\"one\"");

        Assert.Equal("import.changed", answer.Failure?.Code);
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_each_name_is_looked_up()
    {
        _redirect = new Uri("http://elsewhere.example:8080/sea.mp4");
        using var answer = await OpenAsync("/hop-5");

        Assert.Equal(Content, await BytesAsync(answer));
        Assert.Equal(HttpRemoteFiles.MostRedirects + 1, _requests);
    }

    [Theory]
    [InlineData("https://files.example/a", "http://files.example/a", "https")]
    [InlineData("http://files.example/a", "ftp://files.example/a", "https")]
    [InlineData("http://files.example/a", "http://10.0.0.1/a", "not on the internet")]
    [InlineData("https://files.example/a", "https://files.example:22/a", "port")]
    [InlineData("https://files.example/a", "https://me:secret@files.example/a", "password")]
    public void A_redirect_to_less_is_refused(string from, string to, string why) =>
        Assert.Contains(why, _files.RefuseRedirect(new Uri(from), new Uri(to)), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://files.example/a", "https://other.example/b")]
    [InlineData("http://files.example/a", "http://other.example:8080/b")]
    [InlineData("https://files.example/a", "https://other.example:8443/b")]
    public void Another_redirect_is_not(string from, string to) => Assert.Null(_files.RefuseRedirect(new Uri(from), new Uri(to)));

    [SkippableTheory]
    [MemberData(nameof(TrickyUrls.All), MemberType = typeof(TrickyUrls))]
    public async Task No_way_of_writing_it_leads_within(string url)
    {
        Skip.IfNot(Uri.TryCreate(url, UriKind.Absolute, out var uri), "It is no URL at all.");
        _internet.Others = [IPAddress.Loopback];

        using var answer = await _files.OpenAsync(uri, 0, null, default);

        Assert.Null(answer.File);
        Assert.Contains(answer.Failure!.Code, new[] { "import.url_invalid", "import.not_public" });
        Assert.Empty(_internet.Dialled);
    }

    [SkippableTheory]
    [MemberData(nameof(TrickyUrls.All), MemberType = typeof(TrickyUrls))]
    public async Task No_redirect_leads_within(string url)
    {
        Skip.IfNot(Uri.TryCreate(url, UriKind.Absolute, out _redirect), "It is no URL at all.");
        _internet.Names["files.example"] = [PretendedInternet.Public];
        _internet.Others = [IPAddress.Loopback];

        using var answer = await OpenAsync("/hop");

        Assert.Null(answer.File);
        Assert.Contains(answer.Failure!.Code, new[] { "import.redirect_refused", "import.not_public" });
        Assert.Equal([PretendedInternet.Public], _internet.Dialled);
    }

    [Fact]
    public async Task A_name_that_turns_to_an_address_within_is_not_followed_there()
    {
        // The server ends each connection, so that the next request makes one of its own and has to look the name up anew.
        using (var first = await OpenAsync("/closes"))
            Assert.Equal(Content, await BytesAsync(first));
        _internet.Names["files.example"] = [IPAddress.Parse("169.254.169.254")];

        using var second = await OpenAsync("/closes");

        Assert.Equal("import.not_public", second.Failure?.Code);
        Assert.Equal([PretendedInternet.Public], _internet.Dialled);
    }

    [Fact]
    public async Task One_address_within_among_others_is_enough_to_refuse()
    {
        _internet.Names["files.example"] = [PretendedInternet.Public, IPAddress.Parse("10.0.0.1")];

        using var answer = await OpenAsync("/sea.mp4");

        Assert.Equal("import.not_public", answer.Failure?.Code);
        Assert.Empty(_internet.Dialled);
    }

    [Fact]
    public async Task A_machine_of_ones_own_may_be_asked_where_that_is_allowed()
    {
        using var files = new HttpRemoteFiles(_internet.Guard(HttpRemoteFiles.RulesOf(new ImportOptions { AllowPrivateNetworks = true })), TimeSpan.FromSeconds(5));

        using var answer = await files.OpenAsync(new Uri("http://127.0.0.1:5000/sea.mp4"), 0, null, default);

        Assert.Equal(Content, await BytesAsync(answer));
    }

    private Task<RemoteAnswer> OpenAsync(string path, long offset = 0, string? validator = null) => _files.OpenAsync(new Uri($"http://files.example{path}"), offset, validator, default);

    private static async Task<byte[]> BytesAsync(RemoteAnswer answer)
    {
        var bytes = new MemoryStream();
        await answer.File!.Content.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        var (path, response) = (context.Request.Path.Value!.TrimStart('/'), context.Response);
        if (path is "hop")
            response.Headers.Location = _redirect!.OriginalString;
        if (path is "hop" || path.StartsWith("hop-", StringComparison.Ordinal) || path is "endless-redirect")
            response.StatusCode = 302;
        if (path.StartsWith("hop-", StringComparison.Ordinal) && int.Parse(path[4..], CultureInfo.InvariantCulture) is var left)
            response.Headers.Location = left > 1 ? $"/hop-{left - 1}" : _redirect!.OriginalString;
        else if (path is "endless-redirect")
            response.Headers.Location = "/endless-redirect";
        else if (path is "hangs")
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        else if (int.TryParse(path, out var status))
            (response.StatusCode, response.Headers.RetryAfter) = (status, "77");
        else if (path is "sea.mp4" or "closes")
        {
            response.Headers.Connection = path is "closes" ? "close" : default;
            await Results.File(Content, "video/mp4", entityTag: new EntityTagHeaderValue("\"one\""), enableRangeProcessing: true).ExecuteAsync(context);
        }
        else if (path is "weak")
            await Results.File(Content, "video/mp4", entityTag: new EntityTagHeaderValue("\"one\"", isWeak: true), lastModified: new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero)).ExecuteAsync(context);
        else if (path is "plain")
            await response.Body.WriteAsync(Content);
        else if (path is "gzip")
        {
            response.Headers.ContentEncoding = "gzip";
            await response.Body.WriteAsync(Content);
        }
        else if (path is "rangeless" or "short-range")
        {
            response.StatusCode = 206;
            response.Headers.ContentRange = path is "rangeless" ? default : "bytes 0-99/1000";
            await response.Body.WriteAsync(Content.AsMemory(0, 100));
        }
    }
}
