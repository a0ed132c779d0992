using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace StreamPlatform.Identity.Issuers;

/// <summary>
/// What an issuer says of itself, keys included: fetched when first needed, twice a day, and when a token names a key that
/// is not known, but never more often than <see cref="Pause"/>. While the issuer is silent, what is known goes on to count.
/// </summary>
internal sealed class IssuerMetadata(Uri address, HttpClient http, TimeProvider clock) : IDisposable
{
    /// <summary>Between two fetches, whoever asks for them: forged tokens must not make us flood an issuer.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>How old what is known may be.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromHours(12);

    private readonly HttpDocumentRetriever _retriever = new(http) { RequireHttps = address.Scheme == Uri.UriSchemeHttps };
    private readonly SemaphoreSlim _turn = new(1);
    private OpenIdConnectConfiguration? _known;
    private DateTimeOffset _fetchedAt = DateTimeOffset.MinValue;
    private DateTimeOffset _triedAt = DateTimeOffset.MinValue;

    /// <summary>Null while nothing is known.</summary>
    public Task<OpenIdConnectConfiguration?> ReadAsync(CancellationToken ct) =>
        _known is { } known && clock.GetUtcNow() - _fetchedAt < LookAgain ? Task.FromResult<OpenIdConnectConfiguration?>(known) : FetchAsync(ct);

    /// <summary>As <see cref="ReadAsync"/>, after a look for keys that were added.</summary>
    public Task<OpenIdConnectConfiguration?> LookAsync(CancellationToken ct) => FetchAsync(ct);

    public void Dispose() => _turn.Dispose();

    private async Task<OpenIdConnectConfiguration?> FetchAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            if (clock.GetUtcNow() - _triedAt < Pause)
            {
                return _known;
            }

            _triedAt = clock.GetUtcNow();
            _known = await OpenIdConnectConfigurationRetriever.GetAsync(address.ToString(), _retriever, CancellationToken.None);
            _fetchedAt = _triedAt;
            return _known;
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException or ArgumentException or InvalidOperationException or System.Text.Json.JsonException)
        {
            return _known;
        }
        finally
        {
            _turn.Release();
        }
    }
}
