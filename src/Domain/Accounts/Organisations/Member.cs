namespace StreamPlatform.Domain.Accounts.Organisations;

/// <summary>Somebody who belongs to an organisation.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Role">What they may do there.</param>
/// <param name="Since">When they came.</param>
/// <param name="Email">The address that they were invited by; null of who was invited by id, or made the organisation.</param>
public sealed record Member(string UserId, MemberRole Role, DateTimeOffset Since, string? Email = null);
