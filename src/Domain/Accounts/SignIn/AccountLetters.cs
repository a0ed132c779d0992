using System.Globalization;
using StreamPlatform.Domain.Mail;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>
/// Letters about accounts. Every request for one sends exactly one, whatever is known of the address, so that neither the
/// answer nor its time tells; the mailbox's owner alone learns it.
/// </summary>
public sealed class AccountLetters(IMailer mailer, IDocuments documents, PlaybackOptions options, TimeProvider clock)
{
    public Task<Result<Done>> WelcomeAsync(EmailAddress to, string token, CancellationToken ct) => SendAsync(
        to,
        "Finish signing up",
        $"Somebody, hopefully you, wants an account at {options.PublicUrl} with this address.\n\nTo choose a password and begin:\n{options.PublicUrl}/sign-up#{token}\n\nThe link works once, for a day. If it was not you, do nothing.\n",
        ct);

    public Task<Result<Done>> KnownAsync(EmailAddress to, CancellationToken ct) => SendAsync(
        to,
        "You have an account already",
        $"Somebody, hopefully you, wanted to sign up at {options.PublicUrl} with this address, which has an account already.\n\nSign in, or reset your password if you don't know it:\n{options.PublicUrl}/sign-in\n\nIf it was not you, do nothing.\n",
        ct);

    public Task<Result<Done>> ResetAsync(EmailAddress to, string token, CancellationToken ct) => SendAsync(
        to,
        "Reset your password",
        $"Somebody, hopefully you, wants to reset the password of this address at {options.PublicUrl}.\n\nTo choose a new one:\n{options.PublicUrl}/reset-password#{token}\n\nThe link works once, for half an hour. If it was not you, do nothing: your password stays.\n",
        ct);

    public Task<Result<Done>> UnknownAsync(EmailAddress to, CancellationToken ct) => SendAsync(
        to,
        "There is no account with this address",
        $"Somebody, hopefully you, wants to reset the password of this address at {options.PublicUrl}, which has no account there.\n\nTo sign up:\n{options.PublicUrl}/sign-up\n\nIf it was not you, do nothing.\n",
        ct);

    /// <param name="organisation">What it calls itself.</param>
    public Task<Result<Done>> InvitationAsync(EmailAddress to, string organisation, string token, CancellationToken ct) => SendAsync(
        to,
        "You are invited to an organisation",
        $"Somebody at {options.PublicUrl} invites you to the organisation that calls itself:\n{organisation}\n\nTo accept or decline, sign in there and open:\n{options.PublicUrl}/invitation#{token}\n\nThe link works once, for a week. If you know of none, do nothing.\n",
        ct);

    /// <summary>To the address that is to be somebody's.</summary>
    public Task<Result<Done>> MoveAsync(EmailAddress to, string token, CancellationToken ct) => SendAsync(
        to,
        "Confirm your new address",
        $"Somebody, hopefully you, wants to use this address for their account at {options.PublicUrl}.\n\nTo confirm that it is yours:\n{options.PublicUrl}/confirm-email#{token}\n\nThe link works once, for an hour. You sign in with this address then. If it was not you, do nothing.\n",
        ct);

    /// <summary>As above, of an address that somebody has: its owner alone learns it.</summary>
    public Task<Result<Done>> MoveToKnownAsync(EmailAddress to, CancellationToken ct) => SendAsync(
        to,
        "You have an account already",
        $"Somebody, hopefully you, wants to use this address for another account at {options.PublicUrl}. It has an account already, which would have to be deleted or get another address first.\n\nIf it was not you, do nothing.\n",
        ct);

    /// <summary>Beyond the budget, as the next is: the change stands even if no letter can be sent.</summary>
    public async Task LeavingAsync(EmailAddress to, DateTimeOffset dueAt, CancellationToken ct) => await PostAsync(
        to,
        "Your account will be deleted",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Your account at {options.PublicUrl} will be deleted on {dueAt.UtcDateTime:d MMMM yyyy 'at' HH:mm} UTC, with all that is yours.\n\nTo keep it, sign in before:\n{options.PublicUrl}/sign-in\n"),
        ct);

    public async Task LeftAsync(EmailAddress to, CancellationToken ct) => await PostAsync(
        to, "Your account was deleted", $"Your account at {options.PublicUrl} was deleted, with all that was yours. This is the last letter.\n", ct);

    /// <param name="organisation">What it calls itself.</param>
    public async Task OrganisationLeavingAsync(EmailAddress to, string organisation, DateTimeOffset dueAt, CancellationToken ct) => await PostAsync(
        to,
        "Your organisation will be deleted",
        string.Create(
            CultureInfo.InvariantCulture,
            $"An owner asked {options.PublicUrl} to delete the organisation that calls itself:\n{organisation}\n\nIt will be deleted on {dueAt.UtcDateTime:d MMMM yyyy 'at' HH:mm} UTC, with all that is its. Any owner can keep it before:\n{options.PublicUrl}/organisations\n"),
        ct);

    /// <param name="organisation">What it called itself.</param>
    public async Task OrganisationLeftAsync(EmailAddress to, string organisation, CancellationToken ct) => await PostAsync(
        to, "Your organisation was deleted", $"The organisation at {options.PublicUrl} that called itself:\n{organisation}\n\nwas deleted, with all that was its.\n", ct);

    /// <summary>What an owner should know in any case: beyond the budget. The change stands even if no letter can be sent.</summary>
    public async Task ChangedAsync(EmailAddress to, string what, CancellationToken ct) => await PostAsync(
        to,
        "Your account was changed",
        $"{what} at {options.PublicUrl}.\n\nIf it was not you, reset your password at once:\n{options.PublicUrl}/reset-password\n",
        ct);

    private async Task<Result<Done>> SendAsync(EmailAddress to, string subject, string text, CancellationToken ct) =>
        await MayAsync(to, ct) ? await PostAsync(to, subject, text, ct) : default(Done);

    private async Task<Result<Done>> PostAsync(EmailAddress to, string subject, string text, CancellationToken ct)
    {
        try
        {
            await mailer.SendAsync(new Letter(to.Text, subject, text), ct);
            return default(Done);
        }
        catch (IOException)
        {
            return AccountErrors.MailUnavailable();
        }
    }

    /// <summary>Of two at once one may lose: then that letter is one too many.</summary>
    private async Task<bool> MayAsync(EmailAddress to, CancellationToken ct)
    {
        var stored = await documents.FindAsync(LetterBudget.Kind, LetterBudget.KeyOf(to.Hash), ct);
        var budget = (stored?.Value ?? new LetterBudget { Address = to.Hash, SentAt = [] }).With(clock.GetUtcNow());
        return budget is not null
            && await documents.WriteAsync(stored is null ? LetterBudget.Kind.Add(budget) : LetterBudget.Kind.Replace(budget, stored.ETag), ct) is not null;
    }
}
