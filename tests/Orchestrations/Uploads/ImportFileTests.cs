using System.Security.Cryptography;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Domain.Uploads.Imports;
using StreamPlatform.Functions.Processing;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Uploads;

/// <summary>An import's workflow on the real engine.</summary>
public sealed class ImportFileTests
{
    [Fact]
    public async Task A_file_is_fetched_to_its_end_also_across_a_crash()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Remote.Content = RandomNumberGenerator.GetBytes(9 << 20);
        var (reached, hang) = (new TaskCompletionSource(), true);
        workshop.Remote.BeforeRead = async (at, ct) =>
        {
            if (hang && at >= 5 << 20)
            {
                reached.TrySetResult();
                await Task.Delay(Timeout.Infinite, ct);
            }
        };
        var (upload, run) = await BeginAsync(workshop);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await workshop.Engine.CrashAsync();
        hang = false;
        await workshop.Engine.StartAsync();

        await workshop.Engine.WaitAsync(run.InstanceId);

        Assert.Equal(workshop.Remote.Content, await workshop.Blobs.ReadAsync(upload.Blob, long.MaxValue, default));
        Assert.Equal(2, workshop.Remote.Asked.Count);
    }

    [Fact]
    public async Task One_that_can_not_be_had_fails_its_asset()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Remote.Instead.Enqueue(new RemoteAnswer(null, ImportErrors.NotFound()));

        var (upload, run) = await BeginAsync(workshop);
        await workshop.Engine.WaitAsync(run.InstanceId);

        Assert.Equal((AssetState.Failed, "import.not_found"), (await workshop.AssetAsync(upload.AssetId)) is var asset ? (asset.State, asset.Failure!.Code) : default);
    }

    private static async Task<(Upload Upload, ImportRun Run)> BeginAsync(Workshop workshop)
    {
        var upload = (await workshop.Get<ImportAsset>().ExecuteAsync(workshop.Owner, new NewImport("https://files.example/sea.mp4"), default)).Value.Upload;
        var run = new ImportRun(workshop.Owner, upload.Id);
        await workshop.Engine.Client.StartOnceAsync(ImportRun.Workflow, run.InstanceId, run, default);
        return (upload, run);
    }
}
