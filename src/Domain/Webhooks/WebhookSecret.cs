using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StreamPlatform.Domain.Webhooks;

/// <summary>What deliveries are signed with: <c>whsec_</c> and 32 random bytes by base64.</summary>
/// <param name="ExpiresAt">Of one that was replaced: it signs beside its successor until then. Null of the current one.</param>
public sealed record WebhookSecret(string Value, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt = null)
{
    private const string Prefix = "whsec_";

    public static WebhookSecret New(DateTimeOffset now) => new(Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), now);

    /// <summary>
    /// <c>v1,</c> and the HMAC-SHA256 of <c>{id}.{timestamp}.{payload}</c>, as Standard Webhooks has it
    /// (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
    /// </summary>
    public string Sign(string messageId, DateTimeOffset at, string payload)
    {
        var signed = string.Create(CultureInfo.InvariantCulture, $"{messageId}.{at.ToUnixTimeSeconds()}.{payload}");
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Value[Prefix.Length..]), Encoding.UTF8.GetBytes(signed)))}";
    }
}
