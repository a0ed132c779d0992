using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Organisations;

namespace StreamPlatform.Functions.Tests.Accounts;

/// <summary>Somebody with something, somebody else with the like, and an organisation with the like: whoever stands in a line or a column of the matrix.</summary>
internal sealed record MatrixCast
{
    /// <summary>Who is nothing but themselves, whichever role their issuer names.</summary>
    public required string PersonId { get; init; }

    public required IReadOnlyDictionary<Role, string> Person { get; init; }
    public required string OrganisationId { get; init; }
    public required IReadOnlyDictionary<MemberRole, string> Members { get; init; }

    /// <summary>The person's, private where there is such a thing; by the name of a path's part.</summary>
    public required IReadOnlyDictionary<string, string> Own { get; init; }

    /// <summary>The organisation's, private where there is such a thing.</summary>
    public required IReadOnlyDictionary<string, string> Joint { get; init; }

    /// <summary>Another's, which everybody with its link may see where there is such a thing.</summary>
    public required IReadOnlyDictionary<string, string> Other { get; init; }

    /// <summary>Another's, private where there is such a thing.</summary>
    public required IReadOnlyDictionary<string, string> Private { get; init; }

    /// <summary>What nobody has.</summary>
    public required IReadOnlyDictionary<string, string> Absent { get; init; }
}
