using StreamPlatform.Azure.Cosmos;

namespace StreamPlatform.Azure.Accounts;

internal sealed record EncodingDefaultsItem : DocumentItem
{
    public override string Type => "encodingDefaults";
}
