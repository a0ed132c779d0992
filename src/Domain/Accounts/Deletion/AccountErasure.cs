using System.Globalization;

namespace StreamPlatform.Domain.Accounts.Deletion;

/// <summary>Where the erasing of an account stands: input of its <see cref="Workflow"/>.</summary>
/// <param name="Part">The <see cref="IErasePerson.Part"/> that is being erased; null before the first.</param>
public sealed record AccountErasure(string PersonId, string? Part = null)
{
    public const string Workflow = "EraseAccount";

    /// <summary>One a day: another goes on where one gave up.</summary>
    public static string InstanceIdOf(string personId, DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"erase-{personId}-{now.UtcDateTime:yyyyMMdd}");
}

/// <summary>What a step leaves to do.</summary>
/// <param name="Next">Null when nothing is left, or it was taken back.</param>
/// <param name="Assets">Whose own workflows are to erase them first.</param>
public sealed record ErasureStep(AccountErasure? Next, IReadOnlyList<string> Assets);
