using Azure.Core;

namespace StreamPlatform.Azure.Operations;

/// <summary>How services are asked that have no client library here: a few quick tries, since a request or a step of a workflow waits, and both are repeated.</summary>
internal sealed class RestOptions : ClientOptions
{
    public RestOptions()
    {
        Retry.Mode = RetryMode.Exponential;
        Retry.Delay = TimeSpan.FromMilliseconds(200);
        Retry.MaxDelay = TimeSpan.FromSeconds(2);
        Retry.MaxRetries = 3;
        Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
    }
}
