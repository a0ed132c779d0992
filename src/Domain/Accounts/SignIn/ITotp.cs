namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>Time-based one-time passwords (RFC 6238): six digits, thirty seconds, SHA-1, as every authenticator app makes them.</summary>
public interface ITotp
{
    /// <summary>A new secret of 160 bits, base 32.</summary>
    string NewSecret();

    /// <summary>What an authenticator app reads from a QR code.</summary>
    string AddressOf(string secret, string account);

    /// <summary>The step of time that the code belongs to, one before or after now at most; null when it is wrong.</summary>
    long? StepOf(string secret, string code, DateTimeOffset now);
}
