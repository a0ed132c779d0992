using System.Security.Cryptography;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Domain.Uploads.Imports;

namespace StreamPlatform.Domain.Tests.Uploads.Imports;

public sealed class ImportPartTests : IAsyncLifetime
{
    private const int Mebibyte = 1 << 20;

    private readonly House _house = new(limits: new UploadLimits { MaxBytes = 40 * Mebibyte });
    private readonly FakeRemoteFiles _remote = new() { Content = RandomNumberGenerator.GetBytes(10 * Mebibyte) };

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_file_arrives_as_if_its_owner_had_sent_it()
    {
        var upload = await BeginAsync();
        Assert.Equal((0L, "sea at dawn.mp4", "https://files.example/a/sea%20at%20dawn.mp4"), (upload.SizeBytes, upload.FileName, upload.Import!.Shown));

        Assert.Equal(ImportStep.Over, await PartAsync(upload));

        Assert.Equal(_remote.Content, await _house.Blobs.ReadAsync(upload.Blob, long.MaxValue, default));
        var (now, facts) = (await _house.UploadAsync(upload.Id), (await _house.Blobs.FindAsync(upload.Blob, default))!);
        Assert.Equal((10L * Mebibyte, 10L * Mebibyte, 10L * Mebibyte), (now.SizeBytes, now.Import!.BytesDone, now.Import.TotalBytes));
        Assert.Equal(10 * Mebibyte, (await _house.UsageAsync()).Bytes);
        Assert.Equal(CommitVerdict.Accepted, (await _house.DeliverAsync(upload, facts)).Verdict);
        Assert.Equal(ImportStep.Over, await PartAsync(upload));
    }

    [Fact]
    public async Task A_part_ends_after_a_minute_and_the_next_goes_on_from_there()
    {
        var upload = await BeginAsync();
        _remote.BeforeRead = (_, _) => Later(15);

        Assert.Equal(ImportStep.Next, await PartAsync(upload));
        Assert.Equal(4 * Mebibyte, (await _house.UploadAsync(upload.Id)).Import!.BytesDone);
        Assert.Equal(ImportStep.Next, await PartAsync(upload));
        Assert.Equal(ImportStep.Over, await PartAsync(upload));

        Assert.Equal([(0, null), (4 * Mebibyte, "\"1\""), (8 * Mebibyte, "\"1\"")], _remote.Asked);
        Assert.Equal(_remote.Content, await _house.Blobs.ReadAsync(upload.Blob, long.MaxValue, default));
    }

    [Fact]
    public async Task A_process_that_dies_is_followed_by_one_that_goes_on_from_its_last_note()
    {
        var upload = await BeginAsync();
        _remote.BeforeRead = (at, _) => at >= 9 * Mebibyte ? throw new InvalidOperationException("The process dies.") : Later(2);
        await Assert.ThrowsAsync<InvalidOperationException>(() => PartAsync(upload));
        _remote.BeforeRead = (_, _) => Task.CompletedTask;

        Assert.Equal(ImportStep.Over, await PartAsync(upload));

        Assert.Equal([(0, null), (8 * Mebibyte, "\"1\"")], _remote.Asked);
        Assert.Equal(_remote.Content, await _house.Blobs.ReadAsync(upload.Blob, long.MaxValue, default));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_made_again_after_ever_longer_and_given_up_when_nothing_comes()
    {
        var upload = await BeginAsync();
        _remote.BeforeRead = (at, _) => at >= 5 * Mebibyte ? throw new IOException() : Task.CompletedTask;

        var pauses = await AllPausesAsync(upload);

        Assert.Equal([5, 15, 60, 120, 300, 600, 600, 600], pauses);
        await FailedAsync(upload, "import.unreachable");
    }

    [Fact]
    public async Task A_server_that_is_away_is_asked_again_when_it_says()
    {
        var upload = await BeginAsync();
        _remote.Instead.Enqueue(new RemoteAnswer(null, ImportErrors.Unreachable("it answered 503."), Passes: true, RetryAfter: TimeSpan.FromSeconds(77)));
        _remote.Instead.Enqueue(new RemoteAnswer(null, ImportErrors.Unreachable("it answered 503."), Passes: true, RetryAfter: TimeSpan.FromDays(30)));

        Assert.Equal(77, (await PartAsync(upload)).PauseSeconds);
        Assert.Equal(3600, (await PartAsync(upload)).PauseSeconds);
        Assert.Equal(ImportStep.Over, await PartAsync(upload));
        Assert.NotNull(await _house.Blobs.FindAsync(upload.Blob, default));
    }

    [Fact]
    public async Task A_server_that_drips_is_given_up()
    {
        var upload = await BeginAsync();
        _remote.BeforeRead = async (_, ct) =>
        {
            await Later(70);
            ct.ThrowIfCancellationRequested();
        };

        Assert.Equal(8, (await AllPausesAsync(upload)).Count);
        await FailedAsync(upload, "import.unreachable");
    }

    [Fact]
    public async Task A_file_that_became_another_is_not_mixed_with_what_was_there()
    {
        var upload = await BeginAsync();
        _remote.BeforeRead = (_, _) => Later(15);
        await PartAsync(upload);
        _remote.Validator = "\"2\"";

        Assert.Equal(ImportStep.Over, await PartAsync(upload));

        await FailedAsync(upload, "import.changed");
    }

    [Fact]
    public async Task A_server_without_parts_is_read_in_one_go_from_the_beginning_each_time()
    {
        (_remote.GivesParts, _remote.TellsLength, _remote.Validator) = (false, false, null);
        var upload = await BeginAsync();
        var broken = false;
        _remote.BeforeRead = (at, _) => at >= 5 * Mebibyte && !broken ? throw new IOException($"{broken = true}") : Later(20);

        Assert.Equal(5, (await PartAsync(upload)).PauseSeconds);
        Assert.Equal(ImportStep.Over, await PartAsync(upload));

        Assert.Equal([(0, null), (0, null)], _remote.Asked);
        Assert.Equal(_remote.Content, await _house.Blobs.ReadAsync(upload.Blob, long.MaxValue, default));
    }

    [Fact]
    public async Task A_server_without_parts_has_eight_minutes()
    {
        (_remote.GivesParts, _remote.Content) = (false, new byte[24 * Mebibyte]);
        var upload = await BeginAsync();
        _remote.BeforeRead = async (_, ct) =>
        {
            await Later(25);
            ct.ThrowIfCancellationRequested();
        };

        await AllPausesAsync(upload);

        await FailedAsync(upload, "import.not_resumable");
    }

    [Theory]
    [InlineData("import.too_large", 41, "video/mp4")]
    [InlineData("import.empty", 0, "video/mp4")]
    [InlineData("import.not_a_file", 1, "text/html")]
    [InlineData("import.not_a_file", 1, "application/vnd.apple.mpegurl")]
    [InlineData("import.not_a_file", 1, "image/jpeg")]
    public async Task What_can_not_be_meant_is_not_fetched(string code, int mebibytes, string mediaType)
    {
        (_remote.Content, _remote.MediaType) = (new byte[mebibytes * Mebibyte], mediaType);
        var upload = await BeginAsync();

        Assert.Equal(ImportStep.Over, await PartAsync(upload));

        await FailedAsync(upload, code);
        Assert.Empty(_house.Blobs.Staged);
    }

    [Fact]
    public async Task A_file_without_a_length_is_too_large_when_it_is()
    {
        (_remote.Content, _remote.TellsLength) = (new byte[41 * Mebibyte], false);
        var upload = await BeginAsync();

        await PartAsync(upload);

        await FailedAsync(upload, "import.too_large");
    }

    [Fact]
    public async Task A_file_beyond_the_quota_is_not_fetched()
    {
        await using var house = new House(new QuotaLimits { BytesStored = Mebibyte });
        var upload = (await BeginAsync(house)).Value.Upload;

        await PartAsync(upload, house);

        Assert.Equal("quota.bytes", (await house.UploadAsync(upload.Id)).Failure!.Code);
        Assert.Empty(house.Blobs.Staged);
    }

    [Fact]
    public async Task What_storage_lost_is_fetched_again()
    {
        var upload = await BeginAsync();
        _remote.BeforeRead = (at, _) => at >= 8 * Mebibyte ? Task.FromResult(_house.Blobs.Staged.TryRemove((upload.Blob, 0), out byte[]? _)) : Task.CompletedTask;
        Assert.Equal(5, (await PartAsync(upload)).PauseSeconds);
        _remote.BeforeRead = (_, _) => Task.CompletedTask;

        Assert.Equal(ImportStep.Over, await PartAsync(upload));

        Assert.Equal(_remote.Content, await _house.Blobs.ReadAsync(upload.Blob, long.MaxValue, default));
    }

    [Fact]
    public async Task An_import_that_its_owner_ends_stops_within_seconds_and_leaves_nothing()
    {
        var upload = await BeginAsync();
        _remote.BeforeRead = async (at, _) =>
        {
            await Later(5);
            if (at == 2 * Mebibyte)
                await _house.Get<AbortUpload>().ExecuteAsync(_house.Owner, upload.Id, default);
        };

        Assert.Equal(ImportStep.Over, await PartAsync(upload));

        Assert.Single(_house.Blobs.Staged);
        Assert.Null(await _house.Blobs.FindAsync(upload.Blob, default));
        Assert.Equal(AssetState.Cancelled, (await _house.AssetAsync(upload.AssetId)).State);
        Assert.Equal(new UsageAmount(), await _house.UsageAsync());
    }

    [Fact]
    public async Task A_day_is_all_it_gets()
    {
        var upload = await BeginAsync();
        _house.Clock.Advance(UploadLimits.Lifetime);

        Assert.Equal(ImportStep.Over, await PartAsync(upload));

        await FailedAsync(upload, "import.too_slow");
    }

    [Fact]
    public async Task The_sweep_ends_one_whose_workflow_is_gone()
    {
        var upload = await BeginAsync();
        _house.Clock.Advance(UploadLimits.Lifetime);

        await _house.Get<ExpireUploads>().ExecuteAsync(default);

        Assert.Equal(AssetState.Failed, (await _house.AssetAsync(upload.AssetId)).State);
        Assert.Equal("import.too_slow", (await _house.AssetAsync(upload.AssetId)).Failure!.Code);
        Assert.Equal(ImportStep.Over, await PartAsync(upload));
    }

    [Theory]
    [InlineData(null, "missing")]
    [InlineData("sea.mp4", "none")]
    [InlineData("https://localhost/sea.mp4", "not on the internet")]
    public async Task A_url_that_is_never_asked_begins_nothing(string? url, string why)
    {
        var begun = await BeginAsync(_house, url);

        Assert.Equal("import.url_invalid", begun.Error!.Code);
        Assert.Contains(why, begun.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_has_no_url_to_write_to()
    {
        var upload = await BeginAsync();

        Assert.Null((await _house.Get<GetUpload>().ExecuteAsync(_house.Owner, upload.Id, default)).Value.Url);
    }

    private async Task<Upload> BeginAsync() => (await BeginAsync(_house)).Value.Upload;

    private Task<Result<OpenUpload>> BeginAsync(House house, string? url = "https://files.example/a/sea%20at%20dawn.mp4?sig=secret") =>
        new ImportAsset(house.Get<CreateUpload>(), _remote).ExecuteAsync(house.Owner, new NewImport(url), default);

    /// <summary>One part, as a process of its own runs it.</summary>
    private Task<ImportStep> PartAsync(Upload upload, House? of = null)
    {
        var house = of ?? _house;
        return new ImportPart(
            house.Get<IUploadStore>(), house.Blobs, _remote, house.Get<Quotas>(), house.Get<UploadCloser>(), house.Get<UploadLimits>(), house.Clock)
            .ExecuteAsync(new ImportRun(upload.OwnerId, upload.Id), default);
    }

    private async Task<List<double>> AllPausesAsync(Upload upload)
    {
        var pauses = new List<double>();
        while (pauses.Count < 100 && (await PartAsync(upload)).PauseSeconds is { } pause)
            pauses.Add(pause);
        return pauses;
    }

    private async Task FailedAsync(Upload upload, string code)
    {
        var (ended, asset) = (await _house.UploadAsync(upload.Id), await _house.AssetAsync(upload.AssetId));
        Assert.Equal((UploadState.Aborted, code), (ended.State, ended.Failure?.Code));
        Assert.Equal((AssetState.Failed, code), (asset.State, asset.Failure?.Code));
        Assert.Null(await _house.Blobs.FindAsync(upload.Blob, default));
        Assert.Equal(new UsageAmount(), await _house.UsageAsync());
    }

    private Task Later(double seconds)
    {
        _house.Clock.Advance(TimeSpan.FromSeconds(seconds));
        return Task.CompletedTask;
    }
}
