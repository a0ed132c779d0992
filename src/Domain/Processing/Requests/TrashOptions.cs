namespace StreamPlatform.Domain.Processing.Requests;

/// <summary>Section <c>Trash</c> of the settings.</summary>
public sealed record TrashOptions
{
    public const string Section = "Trash";

    /// <summary>Days that what was put into the trash can be restored.</summary>
    public double RetentionDays { get; init; } = 30;

    /// <exception cref="ArgumentException">A setting is out of range; the message names it.</exception>
    public TrashOptions Validated() =>
        RetentionDays is > 0 and <= 365 ? this : throw new ArgumentException($"{Section}:{nameof(RetentionDays)} must be above 0, up to 365.");
}
