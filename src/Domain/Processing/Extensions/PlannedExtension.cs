using System.Text.Json.Serialization;

namespace StreamPlatform.Domain.Processing.Extensions;

/// <summary>That a plan's renditions are added to a published revision instead of being one.</summary>
/// <param name="Number">See <see cref="RevisionExtension.Number"/>; makes another try of the same a run of its own.</param>
/// <param name="BaseRunId">The run whose revision is extended.</param>
public sealed record PlannedExtension(int Number, string BaseRunId)
{
    /// <summary>See <see cref="ExtensionRun"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsEconomy { get; init; }
}
