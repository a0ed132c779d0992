namespace StreamPlatform.Domain.Catalog.Metadata;

/// <summary>A change of where a video was taken: what is absent stays, null clears.</summary>
public sealed record LocationChange
{
    /// <summary>The place's name.</summary>
    public Optional<string?> Name { get; init; }

    /// <summary>Degrees north (WGS 84), together with the longitude.</summary>
    public Optional<double?> Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public Optional<double?> Longitude { get; init; }

    /// <summary>The location after the change; null when nothing is left of it.</summary>
    internal AssetLocation? ApplyTo(AssetLocation? location)
    {
        var changed = new AssetLocation(Name.Or(location?.Name), Latitude.Or(location?.Latitude), Longitude.Or(location?.Longitude));
        return changed is { Name: null, Latitude: null, Longitude: null } ? null : changed;
    }
}
