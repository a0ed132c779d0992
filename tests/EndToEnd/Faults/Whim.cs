namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>What a creator may want of an asset while it is being made, or later.</summary>
internal enum Whim
{
    Cancel,
    Delete,
    Reprocess,
    Replace,
}
