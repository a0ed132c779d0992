namespace StreamPlatform.Domain.Processing.Moving;

/// <summary>What can be refused about moving things between accounts.</summary>
public static class MoveErrors
{
    /// <summary>The account is neither the caller's own nor an organisation that they may add to, if there is one.</summary>
    public static Error TargetDenied() =>
        new("move.target_denied", 403, "You can't move anything to this account. Send as to your own id, or that of an organisation in which you are an editor at least.");

    /// <summary>What an account shows what it assigned to no channel under stays its own.</summary>
    public static Error DefaultChannel() =>
        new("move.default_channel", 409, "This is the account's default channel, which stays. Move its videos, or assign them to another channel first.");
}
