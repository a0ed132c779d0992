using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Domain.Accounts.Users;

namespace StreamPlatform.Domain.Processing.Moving;

/// <summary>To which accounts somebody may move things. Whether they may take it from where it is, is decided by the request's own account.</summary>
public sealed class MoveTargets(Organisations organisations, Users users)
{
    /// <summary>Null when they may: to their own, as a creator, or an organisation's, as an editor. What acts for one account alone moves nothing.</summary>
    public async Task<Error?> CheckAsync(Caller caller, string? to, CancellationToken ct) =>
        to is not null && caller.Credential == CredentialKind.AccessToken && (to == caller.UserId ? await IsCreatorAsync(caller, ct) : await IsEditorAsync(caller, to, ct)) ? null : MoveErrors.TargetDenied();

    /// <summary>Who acts for an organisation does so as a creator, whatever they are.</summary>
    private async Task<bool> IsCreatorAsync(Caller caller, CancellationToken ct) =>
        caller.Member is null || await users.FindAsync(caller.UserId, ct) is { Value.Role: >= Role.Creator };

    private async Task<bool> IsEditorAsync(Caller caller, string to, CancellationToken ct) =>
        await organisations.GetAsync(caller.UserId, to, ct) is { Succeeded: true, Value.Value: { Disabled: false } organisation } && organisation.RoleOf(caller.UserId) >= MemberRole.Editor;
}
