namespace StreamPlatform.Domain.Processing.Profiles;

/// <summary>What the owner chose of how an original is made into renditions. Part of the plan, so that another choice is another run.</summary>
public sealed record EncodingChoice
{
    /// <summary>What is not said is the platform's choice, not the account's.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool WithoutDefaults { get; init; }

    internal const decimal MostDollars = 1_000_000;

    public static EncodingChoice Default { get; } = new();

    /// <summary>Name of one of <see cref="EncodingProfiles"/>; null for the platform's default.</summary>
    public string? Profile { get; init; }

    /// <summary>Make what can be decoded of a damaged or cut off file, instead of refusing it.</summary>
    public bool KeepDamaged { get; init; }

    /// <summary>The part of the original to make; null for all of it.</summary>
    public TrimChoice? Trim { get; init; }

    /// <summary>Burned into every picture; null for none.</summary>
    public WatermarkChoice? Watermark { get; init; }

    /// <summary>Dollars that a run may be expected to cost without asking the owner; null for the platform's cap, if it has one.</summary>
    public decimal? CostCap { get; init; }

    /// <summary>Null when it can be done; else what is wrong with it.</summary>
    public Error? Check() =>
        Profile is not null && EncodingProfiles.Find(Profile) is null ? EncodingErrors.ProfileUnknown(Profile) : Trim?.Check() ?? Watermark?.Check() ?? (CostCap is < 0 or > MostDollars ? EncodingErrors.CostCapInvalid : null);
}
