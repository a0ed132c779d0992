namespace StreamPlatform.Domain.Processing.Profiles;

/// <summary>Which part of an original is made into renditions.</summary>
/// <param name="Start">Seconds from the start of the original; null for its start.</param>
/// <param name="End">Seconds from the start of the original; null for its end.</param>
public sealed record TrimChoice(double? Start = null, double? End = null)
{
    /// <summary>Seconds that are left at least.</summary>
    public const double LeastSeconds = 1;

    /// <summary>Null when it can be true of some original; else what is wrong with it.</summary>
    public Error? Check() =>
        Start is { } start && !(start >= 0 && double.IsFinite(start)) || End is { } end && !(end >= 0 && double.IsFinite(end)) || !(End - (Start ?? 0) is null or >= LeastSeconds)
            ? EncodingErrors.TrimInvalid
            : null;
}
