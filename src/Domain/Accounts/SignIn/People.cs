using StreamPlatform.Domain.Accounts.Users;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>Those who signed up here: by address, with what they sign in with.</summary>
public sealed class People(IDocuments documents, Users.Users users)
{
    /// <summary>Null of an address that nobody has.</summary>
    public async Task<Stored<User>?> FindAsync(EmailAddress address, CancellationToken ct) =>
        await documents.FindAsync(EmailPointer.Kind, EmailPointer.KeyOf(address.Hash), ct) is { Value: var pointer }
        && await users.FindAsync(pointer.UserId, ct) is { } user && user.Value.Email == address.Text
            ? user
            : null;

    public Task<Stored<User>?> UserAsync(string userId, CancellationToken ct) => users.FindAsync(userId, ct);

    /// <summary>Null of who has none here.</summary>
    public async Task<EmailAddress?> AddressAsync(string userId, CancellationToken ct) =>
        await users.FindAsync(userId, ct) is { Value.Email: { } email } && EmailAddress.Parse(email) is { Succeeded: true, Value: var address } ? address : null;

    public Task<Stored<Credentials>?> CredentialsAsync(string userId, CancellationToken ct) =>
        documents.FindAsync(Credentials.Kind, Credentials.KeyOf(userId), ct);

    /// <summary>Adds whoever proved the address; null when somebody has it already.</summary>
    public async Task<User?> AddAsync(EmailAddress address, Role role, string passwordHash, DateTimeOffset now, CancellationToken ct)
    {
        if (await PointAsync(address, UserIds.New(), now, ct) is not { } pointer)
        {
            return null;
        }

        var user = new User { Id = pointer.UserId, CreatedAt = now, Role = role, Email = address.Text };
        var credentials = new Credentials { UserId = user.Id, PasswordHash = passwordHash, PasswordChangedAt = now };
        return await documents.WriteAsync([User.Kind.Add(user), Credentials.Kind.Add(credentials)], ct) is null ? null : user;
    }

    /// <summary>Gives somebody another address, which they proved, and ends every session; null when somebody has it, or they were changed meanwhile.</summary>
    public async Task<User?> MoveAsync(Stored<User> user, EmailAddress next, DateTimeOffset now, CancellationToken ct)
    {
        if (await PointAsync(next, user.Value.Id, now, ct) is not { } pointer || pointer.UserId != user.Value.Id)
        {
            return null;
        }

        var moved = user.Value with { Email = next.Text, Generation = user.Value.Generation + 1 };
        return await documents.WriteAsync(User.Kind.Replace(moved, user.ETag), ct) is null ? null : moved;
    }

    /// <summary>An address leads to a user no more; to another it still does.</summary>
    public async Task ForgetAsync(EmailAddress address, string userId, CancellationToken ct)
    {
        while (await documents.FindAsync(EmailPointer.Kind, EmailPointer.KeyOf(address.Hash), ct) is { } stored && stored.Value.UserId == userId)
        {
            await documents.WriteAsync(EmailPointer.Kind.Delete(stored.Value, stored.ETag), ct);
        }
    }

    /// <summary>Sets another password and ends every session, together; null when either was changed meanwhile.</summary>
    public async Task<User?> ReplacePasswordAsync(Stored<User> user, Stored<Credentials> credentials, string passwordHash, DateTimeOffset now, CancellationToken ct)
    {
        var next = user.Value with { Generation = user.Value.Generation + 1 };
        var changed = credentials.Value with { PasswordHash = passwordHash, PasswordChangedAt = now };
        return await documents.WriteAsync([User.Kind.Replace(next, user.ETag), Credentials.Kind.Replace(changed, credentials.ETag)], ct) is null ? null : next;
    }

    /// <summary>The same password, hashed as passwords are hashed now. Whoever changed it meanwhile has done better.</summary>
    public Task RehashAsync(Stored<Credentials> credentials, string passwordHash, CancellationToken ct) =>
        documents.WriteAsync(Credentials.Kind.Replace(credentials.Value with { PasswordHash = passwordHash }, credentials.ETag), ct);

    /// <summary>
    /// Has the address lead to the user, or to who was about to have it and is not there; null when somebody has it. One that its
    /// user left, whose pointer outlived them by a death, goes to whoever asks, once nobody can be about to take it.
    /// </summary>
    private async Task<EmailPointer?> PointAsync(EmailAddress address, string userId, DateTimeOffset now, CancellationToken ct)
    {
        var pointer = new EmailPointer { Hash = address.Hash, UserId = userId, ClaimedAt = now };
        if (await documents.WriteAsync(EmailPointer.Kind.Add(pointer), ct) is not null)
        {
            return pointer;
        }

        if (await documents.FindAsync(EmailPointer.Kind, pointer.Key, ct) is not { } stored)
        {
            return null;
        }

        var there = await users.FindAsync(stored.Value.UserId, ct);
        return stored.Value.UserId == userId ? stored.Value
            : there is null && await users.FindAsync(userId, ct) is null ? stored.Value
            : there?.Value.Email != address.Text && !(stored.Value.ClaimedAt + EmailPointer.Grace > now) && await documents.WriteAsync(EmailPointer.Kind.Replace(pointer, stored.ETag), ct) is not null ? pointer
            : null;
    }
}
