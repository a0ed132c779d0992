using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Domain.Tests.Uploads;

public sealed class UploadTransitionsTests
{
    [Theory]
    [InlineData(UploadState.Awaiting, UploadEvent.Committed, UploadState.Committed)]
    [InlineData(UploadState.Awaiting, UploadEvent.AbortRequested, UploadState.Aborted)]
    [InlineData(UploadState.Awaiting, UploadEvent.TimeRanOut, UploadState.Expired)]
    [InlineData(UploadState.Awaiting, UploadEvent.Refused, UploadState.Aborted)]
    [InlineData(UploadState.Committed, UploadEvent.Committed, null)]
    [InlineData(UploadState.Committed, UploadEvent.AbortRequested, null)]
    [InlineData(UploadState.Committed, UploadEvent.TimeRanOut, null)]
    [InlineData(UploadState.Committed, UploadEvent.Refused, UploadState.Aborted)]
    [InlineData(UploadState.Aborted, UploadEvent.Committed, null)]
    [InlineData(UploadState.Aborted, UploadEvent.AbortRequested, null)]
    [InlineData(UploadState.Aborted, UploadEvent.TimeRanOut, null)]
    [InlineData(UploadState.Aborted, UploadEvent.Refused, null)]
    [InlineData(UploadState.Expired, UploadEvent.Committed, null)]
    [InlineData(UploadState.Expired, UploadEvent.AbortRequested, null)]
    [InlineData(UploadState.Expired, UploadEvent.TimeRanOut, null)]
    [InlineData(UploadState.Expired, UploadEvent.Refused, null)]
    public void Every_pair_leads_where_it_should_or_nowhere(UploadState from, UploadEvent on, UploadState? expected) =>
        Assert.Equal(expected, UploadTransitions.Next(from, on));

    [Fact]
    public void Every_pair_is_in_the_test_above() =>
        Assert.Equal(16, Enum.GetValues<UploadState>().Length * Enum.GetValues<UploadEvent>().Length);
}
