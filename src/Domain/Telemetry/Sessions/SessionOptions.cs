using System.Net;

namespace StreamPlatform.Domain.Telemetry.Sessions;

/// <summary>Section <c>Telemetry</c> of the settings, as far as sessions need it.</summary>
public sealed record SessionOptions
{
    public const string Section = "Telemetry";
    public const int MostNetworks = 20_000;

    private IReadOnlyList<IPNetwork> _networks = [];

    /// <summary>Networks of data centres, <c>192.0.2.0/24</c> or <c>2001:db8::/32</c>, with commas between: who watches from there is suspicious.</summary>
    public string DatacentreNetworks { get; init; } = "";

    /// <exception cref="ArgumentException">The setting is no list of networks; the message names it.</exception>
    public SessionOptions Validated()
    {
        var texts = DatacentreNetworks.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (texts.Length > MostNetworks)
        {
            throw new ArgumentException($"{Section}:{nameof(DatacentreNetworks)} may have at most {MostNetworks} networks.");
        }

        return this with
        {
            _networks = [.. texts.Select(text => IPNetwork.TryParse(text, out var network)
                ? network
                : throw new ArgumentException($"{Section}:{nameof(DatacentreNetworks)} holds '{text}', which is no network such as 192.0.2.0/24."))],
        };
    }

    /// <param name="address">Null when it isn't known.</param>
    public bool IsDatacentre(IPAddress? address) => address is not null && _networks.Any(network => network.Contains(address));
}
