using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Sketches;

namespace StreamPlatform.Domain.Operations.Business;

/// <summary>All that business figures of a time rest on.</summary>
/// <param name="Days">How many are told of.</param>
/// <param name="Watched">What players told, of all days together.</param>
/// <param name="ViewerDays">Different viewers of each day, added up.</param>
/// <param name="Month">Different viewers of the thirty days that end with the time.</param>
public sealed record BusinessPeriod(int Days, WindowAggregate Watched, long ViewerDays, HyperLogLog Month, CatalogDay Catalog, Availability Availability);
