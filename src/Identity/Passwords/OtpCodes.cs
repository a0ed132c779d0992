using OtpNet;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Identity.Passwords;

/// <inheritdoc cref="ITotp"/>
internal sealed class OtpCodes(PlaybackOptions options) : ITotp
{
    private const int SecretBytes = 20;

    private readonly string _name = new Uri(options.PublicUrl).Host;

    public string NewSecret() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(SecretBytes));

    public string AddressOf(string secret, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString($"{_name}:{account}")}?secret={secret}&issuer={Uri.EscapeDataString(_name)}";

    public long? StepOf(string secret, string code, DateTimeOffset now) =>
        new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(now.UtcDateTime, code, out var step, new VerificationWindow(previous: 1, future: 1)) ? step : null;
}
