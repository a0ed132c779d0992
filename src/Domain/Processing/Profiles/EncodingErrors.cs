namespace StreamPlatform.Domain.Processing.Profiles;

/// <summary>What can be wrong with an <see cref="EncodingChoice"/>, by itself or for the original it is made for.</summary>
public static class EncodingErrors
{
    private const int MaxEchoed = 40;

    /// <summary>There is no profile of this name.</summary>
    public static Error ProfileUnknown(string name) => new(
        "encoding.profile_unknown",
        400,
        $"There is no encoding profile '{(name.Length > MaxEchoed ? name[..MaxEchoed] + "…" : name)}'. There are: {string.Join(", ", EncodingProfiles.All.Select(profile => profile.Name))}.");

    /// <summary>No original can be trimmed so.</summary>
    public static Error TrimInvalid { get; } = new(
        "encoding.trim_invalid",
        400,
        FormattableString.Invariant($"A trim takes start and end in seconds from the start of the file, neither below 0, the end at least {TrimChoice.LeastSeconds:0} second after the start."));

    /// <summary>No sum of money.</summary>
    public static Error CostCapInvalid { get; } = new(
        "encoding.cost_cap_invalid", 400, FormattableString.Invariant($"A cost cap is a number of dollars from 0 to {EncodingChoice.MostDollars:0}."));

    /// <summary>It belongs to one file, not to all of an account.</summary>
    public static Error NoDefault { get; } = new(
        "encoding.no_default", 400, "An account's default has a profile, a cost cap and a watermark; trim, keepDamaged and withoutDefaults are for one upload.");

    /// <summary>The trim leaves next to nothing of this original.</summary>
    public static Error TrimOutside(double start, double seconds) => new(
        "encoding.trim_outside",
        422,
        FormattableString.Invariant($"The trim starts at {start:0.###} seconds, but the file lasts {seconds:0.###}: nothing would be left. Upload it again with an earlier start."));

    /// <summary>The trim ends where there is nothing more.</summary>
    public static Catalog.AssetFailure TrimClamped(double end, double seconds) => new(
        "encoding.trim_clamped",
        FormattableString.Invariant($"The trim ends at {end:0.###} seconds, but the file lasts {seconds:0.###}; what there is of it is used."));
}
