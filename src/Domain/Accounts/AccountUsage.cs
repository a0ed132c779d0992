namespace StreamPlatform.Domain.Accounts;

/// <summary>What an owner uses and may use.</summary>
public sealed record AccountUsage(string OwnerId, UsageAmount Used, QuotaLimits Limits);
