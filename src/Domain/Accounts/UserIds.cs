namespace StreamPlatform.Domain.Accounts;

/// <summary>Ids of users, which are those of their accounts.</summary>
public static class UserIds
{
    public const string Prefix = "user";

    public static string New() => OpaqueId.New(Prefix);
}
