using System.Diagnostics;
using System.Text.Json;
using StreamPlatform.Transcoder;

namespace StreamPlatform.Media.Tests.Transcoder;

public sealed class LeaseFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lease-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "job.lease");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Its_first_line_names_the_message_by_the_latest_receipt()
    {
        using var lease = LeaseFile.Open(Path);
        lease.Write("transcode-high", "id-1", "a receipt that is longer than the one after it");
        lease.Write("transcode-high", "id-1", "short+/=");
        var line = JsonSerializer.Deserialize<Dictionary<string, string>>(await FirstLineAsync())!;
        Assert.Equal(("transcode-high", "id-1", "short+/="), (line["queue"], line["messageId"], line["popReceipt"]));
        Assert.Equal(3, line.Count);
    }

    [Fact]
    public void It_is_locked_while_the_job_lives_and_gone_when_the_job_has_ended()
    {
        using (LeaseFile.Open(Path))
            Assert.Throws<IOException>(() => new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None));
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public void A_job_that_nobody_asked_for_a_lease_writes_none()
    {
        using var lease = LeaseFile.Open(null);
        lease.Write("transcode-high", "id-1", "receipt");
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public void A_job_works_on_where_its_lease_can_not_be_kept()
    {
        using var lease = LeaseFile.Open(System.IO.Path.Combine(_folder.FullName, "missing", "job.lease"));
        lease.Write("transcode-high", "id-1", "receipt");
        Assert.Empty(_folder.GetFiles());
    }

    /// <summary>Past the lock, which only .NET heeds.</summary>
    private async Task<string> FirstLineAsync()
    {
        using var cat = Process.Start(new ProcessStartInfo("cat", [Path]) { RedirectStandardOutput = true })!;
        return (await cat.StandardOutput.ReadToEndAsync()).Split('\n')[0];
    }
}
