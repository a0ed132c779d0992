using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>
/// Slows guessing down: after five wrong tries an address waits, twice as long each time. Counted for addresses, whether
/// somebody has them or not, so that waiting tells nothing; and counted before the password is looked at, so that many
/// tries at once are as many.
/// </summary>
public sealed class SignInAttempts(IDocuments documents, TimeProvider clock)
{
    public const int FreeTries = 5;
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    /// <summary>Wrong tries are forgotten after a day without any.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    private const int Races = 20;

    /// <summary>Counts a try, or fails with <c>auth.too_many_tries</c>.</summary>
    public async Task<Error?> BeginAsync(string addressHash, CancellationToken ct)
    {
        for (var race = 0; race < Races; race++)
        {
            var now = clock.GetUtcNow();
            var stored = await documents.FindAsync(Tries.Kind, Tries.KeyOf(addressHash), ct);
            if (stored is { Value.WaitUntil: { } until } && until > now)
            {
                return AccountErrors.TooManyTries((int)Math.Ceiling((until - now).TotalSeconds));
            }

            var count = stored is not null && now - stored.Value.At < Memory ? stored.Value.Count + 1 : 1;
            var tries = new Tries { Address = addressHash, Count = count, At = now, WaitUntil = count < FreeTries ? null : now + PauseAfter(count) };
            if (await documents.WriteAsync(stored is null ? Tries.Kind.Add(tries) : Tries.Kind.Replace(tries, stored.ETag), ct) is not null)
            {
                return null;
            }
        }

        return AccountErrors.TooManyTries((int)FirstPause.TotalSeconds);
    }

    /// <summary>The try was right: the address begins anew.</summary>
    public Task SucceededAsync(string addressHash, CancellationToken ct) =>
        documents.WriteAsync(Tries.Kind.Put(new Tries { Address = addressHash, Count = 0, At = clock.GetUtcNow() }), ct);

    public static TimeSpan PauseAfter(int count)
    {
        var doublings = Math.Min(count - FreeTries, 10);
        var pause = FirstPause * Math.Pow(2, doublings);
        return pause < LongestPause ? pause : LongestPause;
    }
}
