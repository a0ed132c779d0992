using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Azure.Tests.Fake;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Uploads;
using static StreamPlatform.Tests.Contracts.Stores.Samples;

namespace StreamPlatform.Azure.Tests.Wire;

/// <summary>What goes wrong between us and the service.</summary>
public sealed class TroubleTests : WireTests
{
    private readonly Asset _asset = Asset(NewOwner());

    [Fact]
    public async Task A_throttled_request_is_tried_again_when_the_service_says()
    {
        var throttled = 0;
        Cosmos.Before = (request, _) => Task.FromResult(
            request.Operation == "read" && throttled++ < 2 ? FakeCosmos.Throttled(1) : null);

        Assert.Null(await Stores.Get<IAssetStore>().FindAsync(_asset.Id, Ct));

        Assert.Equal(3, Cosmos.Requests.Count);
    }

    [Fact]
    public async Task One_that_stays_throttled_fails_after_a_bounded_number_of_tries()
    {
        Cosmos.Before = (_, _) => Task.FromResult<HttpResponseMessage?>(FakeCosmos.Throttled(1));

        var error = await Assert.ThrowsAsync<CosmosException>(() => Stores.Get<IAssetStore>().FindAsync(_asset.Id, Ct));

        Assert.Equal(HttpStatusCode.TooManyRequests, error.StatusCode);
        Assert.Equal(7, Cosmos.Requests.Count);
    }

    [Fact]
    public async Task A_wait_longer_than_we_would_is_not_waited()
    {
        Cosmos.Before = (_, _) => Task.FromResult<HttpResponseMessage?>(FakeCosmos.Throttled(60_000));

        await Assert.ThrowsAsync<CosmosException>(() => Stores.Get<IAssetStore>().FindAsync(_asset.Id, Ct));

        Assert.Single(Cosmos.Requests);
    }

    [Fact]
    public async Task A_throttled_batch_fails_as_what_it_is()
    {
        Cosmos.Before = (request, _) => Task.FromResult(request.Operation == "batch" ? FakeCosmos.Throttled(1) : null);

        var error = await Assert.ThrowsAsync<CosmosException>(() => Stores.Get<IUsageStore>().TryReserveAsync(
            Reservation(NewOwner(), "upload:1", new UsageAmount(Uploads: 1)), new QuotaLimits(), Now, Ct));

        Assert.Equal(HttpStatusCode.TooManyRequests, error.StatusCode);
        Assert.Equal(7, Cosmos.Requests.Count(request => request.Operation == "batch"));
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_given_up_on_with_a_time_out()
    {
        var clock = new FakeTimeProvider();
        await using var stores = new CosmosStores(clock);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stores.Cosmos.Before = async (_, ct) =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, ct);
            return null;
        };

        var find = stores.Get<IAssetStore>().FindAsync(_asset.Id, Ct);
        await asked.Task;
        clock.Advance(CosmosContainer.OperationTimeout);

        var error = await Assert.ThrowsAsync<TimeoutException>(() => find);
        Assert.Contains("read in assets", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_not_told_of_a_time_out()
    {
        using var caller = new CancellationTokenSource();
        Cosmos.Before = async (_, ct) =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, ct);
            return null;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Stores.Get<IUploadStore>().ListAsync("owner", null, 10, caller.Token));
    }

    [Fact]
    public async Task What_is_not_there_is_an_answer()
    {
        Assert.Null(await Stores.Get<IAssetStore>().FindByPlaybackIdAsync("play_none", Ct));
        Assert.Null(await Stores.Get<IAssetStore>().ReplaceAsync(_asset, "\"1\"", Ct));
        Assert.Null(await Stores.Get<IUploadStore>().ReplaceAsync(Upload(NewOwner()), "\"1\"", Ct));
        await Stores.Get<IUsageStore>().SettleAsync("owner", "upload:none", default, Ct);
        await Stores.Get<IUsageStore>().ReleaseAsync("owner", "upload:none", Ct);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge)]
    public async Task What_nobody_expects_is_an_exception(HttpStatusCode status)
    {
        Cosmos.Before = (request, _) => Task.FromResult(request.Operation == "create" ? FakeCosmos.Reply(status) : null);

        var error = await Assert.ThrowsAsync<CosmosException>(() => Stores.Get<IUploadStore>().AddAsync(Upload(NewOwner()), Ct));

        Assert.Equal(status, error.StatusCode);
    }

    [Fact]
    public async Task An_item_of_a_newer_release_is_refused_with_what_to_do()
    {
        await Stores.Get<IAssetStore>().AddAsync(_asset, Ct);
        var (_, item, _) = Cosmos[CosmosContainers.Assets].Read(Key(_asset.Id), _asset.Id);
        item!["schemaVersion"] = 2;

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Stores.Get<IAssetStore>().FindAsync(_asset.Id, Ct));

        Assert.Contains("item schema version 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_request_is_measured_by_operation_and_container()
    {
        var charges = new List<(double Charge, string Operation, string Container)>();
        var metrics = Stores.Get<CosmosMetrics>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == CosmosMetrics.RequestCharge && ReferenceEquals(instrument.Meter.Scope, metrics))
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, charge, tags, _) =>
        {
            var values = tags.ToArray().ToDictionary();
            charges.Add((charge, (string)values["operation"]!, (string)values["container"]!));
        });
        listener.Start();

        await Stores.Get<IUploadStore>().AddAsync(Upload(NewOwner()), Ct);
        await Stores.Get<IUploadStore>().ListAsync("owner", null, 10, Ct);

        Assert.Equal([(2.5, "create", "uploads"), (2.5, "query", "uploads")], charges);
    }
}
