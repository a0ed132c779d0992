using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts.SignIn;

namespace StreamPlatform.Identity.Passwords;

/// <summary>PBKDF2 with HMAC-SHA-512 by ASP.NET Core Identity, and zxcvbn's guess of guesses.</summary>
internal sealed class SlowPasswords : IPasswords
{
    /// <summary>As OWASP's Password Storage Cheat Sheet wants of PBKDF2-HMAC-SHA512.</summary>
    public const int Iterations = 210_000;

    /// <summary>Characters that are looked at: the time that zxcvbn takes grows with the square, and what is longer is not guessed.</summary>
    private const int Judged = 64;

    private readonly PasswordHasher<SlowPasswords> _hasher;

    /// <summary>What is compared with where there is nothing to compare with; made beforehand, so that not even the first time takes longer.</summary>
    private readonly string _nobody;

    public SlowPasswords(IOptions<PasswordHasherOptions> options)
    {
        _hasher = new(options);
        _nobody = Hash(OpaqueId.New("nobody"));
    }

    public string Hash(string password) => _hasher.HashPassword(this, password);

    public PasswordCheck Check(string? hash, string password)
    {
        var result = _hasher.VerifyHashedPassword(this, hash ?? _nobody, password);
        return hash is null || result == PasswordVerificationResult.Failed ? PasswordCheck.Wrong
            : result == PasswordVerificationResult.SuccessRehashNeeded ? PasswordCheck.RightButOld
            : PasswordCheck.Right;
    }

    public int Strength(string password, IEnumerable<string> about) =>
        Zxcvbn.Zxcvbn.MatchPassword(password[..Math.Min(password.Length, Judged)], about.Where(word => word.Length > 2)).Score;
}
