using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using StreamPlatform.Live.Tests.Nodes;

namespace StreamPlatform.Live.Tests.Rtmp;

public sealed class RtmpConnectionsTests
{
    [Fact]
    public async Task What_came_before_an_encoder_hung_up_is_taken_though_it_is_read_later()
    {
        var platform = new Admissions();
        await using var node = await RunningNode.StartAsync(platform);
        var (sent, answers) = (new Pipe(new PipeOptions(pauseWriterThreshold: 0)), new Pipe(new PipeOptions(pauseWriterThreshold: 0)));
        var connection = new DefaultConnectionContext("gone", new Both(sent.Reader, answers.Writer), new Both(answers.Reader, sent.Writer)) { ConnectionClosed = new CancellationToken(canceled: true) };
        await sent.Writer.WriteAsync(Wire.Publish(Admissions.Key));
        await sent.Writer.CompleteAsync();

        await node.Connections.OnConnectedAsync(connection);

        Assert.True(platform.Admitted.IsCompleted);
        Assert.True(platform.Ended.IsCompleted);
    }

    private sealed record Both(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
