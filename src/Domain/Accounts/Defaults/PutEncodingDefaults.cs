using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Profiles;

namespace StreamPlatform.Domain.Accounts.Defaults;

/// <summary>An account chooses what its uploads get that say nothing; assets there are keep what they have.</summary>
public sealed class PutEncodingDefaults(IEncodingDefaultsStore store)
{
    /// <param name="ifMatch">The ETag the caller read, or null to replace whatever is there.</param>
    /// <returns>The defaults, or <c>encoding.*</c>, <c>watermark.*</c>, <c>account.changed</c>.</returns>
    public async Task<Result<Stored<EncodingDefaults>>> ExecuteAsync(string ownerId, EncodingChoice choice, string? ifMatch, CancellationToken ct)
    {
        if (choice.Check() is { } wrong)
        {
            return wrong;
        }

        if (choice is { Trim: not null } or { KeepDamaged: true } or { WithoutDefaults: true })
        {
            return EncodingErrors.NoDefault;
        }

        var defaults = new EncodingDefaults { OwnerId = ownerId, Choice = choice };
        return await store.PutAsync(defaults, ifMatch, ct) is { } etag ? new Stored<EncodingDefaults>(defaults, etag) : AccountErrors.Changed();
    }
}
