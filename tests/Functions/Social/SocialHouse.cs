using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Tests.Api;
using StreamPlatform.Functions.Tests.Playback;
using StreamPlatform.Functions.Tests.Support;
using StreamPlatform.Local.Model;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Social;

/// <summary>A video, its owner and two viewers.</summary>
internal sealed class SocialHouse : IAsyncDisposable
{
    public required PlaybackHouse Playback { get; init; }
    public required string Owner { get; init; }
    public required string Viewer { get; init; }
    public required Asset Asset { get; init; }

    public string PlaybackId => Asset.PlaybackIds[0].Id;
    public RecordingDurableClient Workflows { get; } = new();

    public static async Task<SocialHouse> OpenAsync(PlaybackPolicy policy = PlaybackPolicy.Public)
    {
        var playback = new PlaybackHouse();
        return new SocialHouse
        {
            Playback = playback,
            Owner = await playback.NewKeyAsync(),
            Viewer = await playback.NewStrangerAsync(),
            Asset = await playback.AddAsync(AssetState.Ready, policy),
        };
    }

    /// <summary>What the function answers, which must be what it says it answers.</summary>
    /// <param name="account">The organisation that is acted for.</param>
    /// <param name="ids">Of its route, after the playback ID if it has one.</param>
    public async Task<Answer> CallAsync<TFunction>(string? key, object? body = null, string query = "", string? ifMatch = null, string? once = null, string? account = null, params string[] ids)
    {
        var operation = typeof(TFunction).GetMethod("RunAsync")!;
        var trigger = OpenApiDocument.TriggerOf(operation)!;
        var request = Request(OpenApiDocument.MethodOf(trigger).ToUpperInvariant(), trigger.Route!, key, body, query);
        if (ifMatch is not null)
            request.Headers.IfMatch = ifMatch;
        if (once is not null)
            request.Headers["Idempotency-Key"] = once;
        if (account is not null)
            request.Headers[CallerAuthentication.AccountHeader] = account;
        var left = new Queue<string>(ids);
        object?[] arguments = [.. operation.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(HttpRequest) ? request
            : parameter.ParameterType == typeof(CancellationToken) ? default(CancellationToken)
            : parameter.ParameterType == typeof(DurableTaskClient) ? Workflows
            : parameter.Name == "playbackId" ? PlaybackId
            : (object)left.Dequeue())];
        var (status, text, headers) = await Playback.GetAsync((Task<IResult>)operation.Invoke(Playback.Function<TFunction>(), arguments)!);
        var answer = new Answer(status, headers.ContentType, headers, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
        DeclaredAnswers.Check($"Function<{typeof(TFunction).Name}>", answer, text);
        return answer;
    }

    public ValueTask DisposeAsync() => Playback.DisposeAsync();
}
