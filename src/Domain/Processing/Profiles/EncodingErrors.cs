namespace StreamPlatform.Domain.Processing.Profiles;

/// <summary>What can be wrong with an <see cref="EncodingChoice"/>.</summary>
public static class EncodingErrors
{
    private const int MaxEchoed = 40;

    /// <summary>There is no profile of this name.</summary>
    public static Error ProfileUnknown(string name) => new(
        "encoding.profile_unknown",
        400,
        $"There is no encoding profile '{(name.Length > MaxEchoed ? name[..MaxEchoed] + "…" : name)}'. There are: {string.Join(", ", EncodingProfiles.All.Select(profile => profile.Name))}.");
}
