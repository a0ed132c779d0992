using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Domain.Social;

/// <summary>Who says or does something.</summary>
/// <param name="Id">Theirs alone.</param>
/// <param name="AccountId">Whose videos are theirs.</param>
/// <param name="IsModerator">May decide about what anybody says.</param>
public sealed record Person(string Id, string AccountId, bool IsModerator = false)
{
    /// <summary>Who acts for an organisation speaks as it.</summary>
    public static Person Of(Caller caller) => new(caller.OwnerId, caller.OwnerId, caller.Role >= Role.Moderator);
}
