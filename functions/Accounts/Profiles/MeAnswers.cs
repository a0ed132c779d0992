using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Accounts.Users;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Accounts.Profiles;

/// <summary>The caller's profile as an answer.</summary>
public sealed class MeAnswers(Users users, AccountDeletions deletions, PublicLinks links, TimeProvider clock)
{
    /// <param name="profile">Null of somebody who said nothing yet.</param>
    public async Task<JsonAnswer> OfAsync(Caller caller, Stored<Profile>? profile, CancellationToken ct)
    {
        var user = (await users.FindAsync(caller.UserId, ct))?.Value;
        var answer = JsonAnswer.Ok(MeBody.From(caller, user, profile?.Value, await deletions.FindAsync(caller.UserId, ct), links, clock.GetUtcNow()));
        return profile is null ? answer : answer.WithETag(profile.ETag);
    }

    /// <summary>After a change.</summary>
    public async Task<JsonAnswer> OfAsync(Caller caller, Result<Stored<Profile>> changed, CancellationToken ct) =>
        changed.Succeeded ? await OfAsync(caller, changed.Value, ct) : ProblemResults.Problem(changed.Error!);
}
