using StreamPlatform.Domain.Social.Digests;

namespace StreamPlatform.Orchestrations.Social;

/// <inheritdoc cref="SendDigests.StepAsync"/>
public sealed class SendDigestsActivity(SendDigests send)
{
    public const string Name = "SendSomeDigests";

    [Function(Name)]
    public Task<DigestProgress> Run([ActivityTrigger] DigestProgress input, FunctionContext context) => send.StepAsync(input, context.CancellationToken);
}
