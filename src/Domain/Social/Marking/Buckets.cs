using System.Security.Cryptography;
using System.Text;

namespace StreamPlatform.Domain.Social.Marking;

/// <summary>
/// Where a subject's marks lie: in one bucket, until so many come at once that writers get into each other's way, or until it
/// is full; then it is split, by a hash of the person, and each part may be split again. A bucket is a partition.
/// </summary>
internal static class Buckets
{
    public const string Root = "";

    /// <summary>1, 16, then 256 buckets.</summary>
    public const int Deepest = 2;

    /// <summary>Marks in a bucket: what a recount reads in seconds.</summary>
    public const long Fullest = 250_000;

    private const string Digits = "0123456789abcdef";

    public static string PartitionOf(MarkSubject subject, string path) => $"{subject}/{path}";

    public static IEnumerable<string> Below(string path) => Digits.Select(digit => path + digit);

    /// <summary>The bucket of a person so deep.</summary>
    public static string PathOf(string personId, int depth) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(personId)))[..depth];
}
