namespace StreamPlatform.Domain.Accounts.Profiles;

/// <summary>What a person says of themselves, as a JSON merge patch: what is absent stays, null clears.</summary>
public sealed record ProfileChange
{
    /// <summary>3 to 30 lower-case letters, digits, dots and hyphens; unique among people. It can be changed every 14 days.</summary>
    public Optional<string?> Handle { get; init; }

    /// <summary>1 to 60 characters.</summary>
    public Optional<string?> Name { get; init; }

    /// <summary>At most 1000 characters.</summary>
    public Optional<string?> Bio { get; init; }

    /// <summary>At most 100 characters.</summary>
    public Optional<string?> Location { get; init; }

    /// <summary>BCP 47, such as <c>en</c> or <c>pt-BR</c>.</summary>
    public Optional<string?> Language { get; init; }

    public PreferencesChange? Preferences { get; init; }
    public PrivacyChange? Privacy { get; init; }

    /// <summary>The profile after the change, or what is wrong with it.</summary>
    internal Result<Profile> ApplyTo(Profile profile, DateTimeOffset now)
    {
        var handle = Handle.IsGiven ? ProfileRules.Handle(Handle.Value, profile.Handle) : profile.Handle;
        var name = Name.IsGiven ? ProfileRules.Name(Name.Value) : profile.Name;
        var bio = Bio.IsGiven ? ProfileRules.Bio(Bio.Value) : profile.Bio;
        var location = Location.IsGiven ? ProfileRules.Location(Location.Value) : profile.Location;
        var language = Language.IsGiven ? ProfileRules.Language(Language.Value) : profile.Language;
        var preferences = Preferences?.ApplyTo(profile.Preferences) ?? profile.Preferences;
        if ((handle.Error ?? name.Error ?? bio.Error ?? location.Error ?? language.Error ?? preferences.Error) is { } wrong)
        {
            return wrong;
        }

        var changed = profile with
        {
            Name = name.Value,
            Bio = bio.Value,
            Location = location.Value,
            Language = language.Value,
            Preferences = preferences.Value,
            Privacy = Privacy?.ApplyTo(profile.Privacy) ?? profile.Privacy,
            UpdatedAt = now,
        };
        return handle.Value == profile.Handle ? changed : Called(changed, handle.Value, now);
    }

    private static Result<Profile> Called(Profile profile, string? handle, DateTimeOffset now)
    {
        if (profile.HandleAt + ProfileRules.BetweenHandles is { } next && next > now)
        {
            return ProfileErrors.HandleTooSoon(next);
        }

        var former = profile.FormerHandles.Where(left => left.LeftAt + FormerHandle.Kept > now && left.Handle != handle);
        return profile with { Handle = handle, HandleAt = now, FormerHandles = [.. former, .. profile.Handle is { } old ? new[] { new FormerHandle(old, now) } : []] };
    }
}
