using StreamPlatform.Azure.Cosmos;

namespace StreamPlatform.Azure.Accounts;

internal sealed record ApiKeyItem : DocumentItem
{
    public override string Type => "apiKey";
}
