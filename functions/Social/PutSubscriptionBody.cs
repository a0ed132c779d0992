namespace StreamPlatform.Functions.Social;

/// <summary>How somebody wants to subscribe.</summary>
/// <param name="Notify">To be told of new videos; so it is unless it says otherwise.</param>
public sealed record PutSubscriptionBody(bool? Notify);
