namespace StreamPlatform.Domain.Operations;

/// <summary>Something that can be wrong while every dependency answers.</summary>
public interface IHealthSign
{
    /// <summary>What is wrong now; nothing when all is well. Whoever can't tell throws: that is a dependency's part.</summary>
    Task<IReadOnlyList<HealthConcern>> LookAsync(CancellationToken ct);
}
