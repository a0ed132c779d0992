using System.Text;
using System.Text.RegularExpressions;

namespace StreamPlatform.Domain.Tests;

/// <summary>Finds every error code in the sources of all rooms and writes the page that lists them.</summary>
internal static partial class ErrorCodesPage
{
    private static readonly string[] Rooms = ["src", "functions", "orchestrations", "transcoder", "local"];

    public static string Root { get; } = FindRoot();

    public static string Path { get; } = System.IO.Path.Combine(Root, "docs", "error-codes.md");

    /// <summary>A code, the HTTP status it is answered with (null: it only ever stands on an asset or job), and its sentence.</summary>
    public sealed record Entry(string Code, int? Status, string Sentence, string File);

    public static IReadOnlyList<Entry> Find() =>
    [
        .. Rooms.SelectMany(room => Directory.EnumerateFiles(System.IO.Path.Combine(Root, room), "*.cs", SearchOption.AllDirectories))
            .OrderBy(file => file.EndsWith("Errors.cs", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(file => file, StringComparer.Ordinal)
            .SelectMany(EntriesOf),
    ];

    public static string Write(IReadOnlyList<Entry> entries)
    {
        var page = new StringBuilder(
            """
            # Error codes

            Every expected failure has a stable code. Over HTTP it comes as problem details (RFC 9457) with the code in `code`;
            codes without a status stand in the `failure` or `warnings` of an asset, an upload or a job. `…` stands for what
            depends on the case. This page is generated from the code: `UPDATE_DOCS=1 ./stream test --filter ErrorCodes`.

            """);
        foreach (var group in entries.GroupBy(entry => entry.Code).OrderBy(group => group.Key, StringComparer.Ordinal)
            .GroupBy(group => group.Key[..group.Key.IndexOf('.', StringComparison.Ordinal)]))
        {
            page.Append($"\n## {group.Key}\n\n| Code | HTTP | What people read |\n|---|---|---|\n");
            foreach (var code in group)
            {
                var status = code.Select(entry => entry.Status).FirstOrDefault(found => found is not null);
                page.Append($"| `{code.Key}` | {status?.ToString() ?? ""} | {code.First().Sentence} |\n");
            }
        }

        return page.ToString();
    }

    private static IEnumerable<Entry> EntriesOf(string file) =>
        Failure().Matches(File.ReadAllText(file)).Select(match => new Entry(
            match.Groups["code"].Value,
            match.Groups["status"].Success ? int.Parse(match.Groups["status"].Value, null) : null,
            SentenceOf(match.Groups["sentence"].Value),
            file));

    private static string SentenceOf(string literal) => Hole().Replace(literal.Replace("\\\"", "\"", StringComparison.Ordinal), "…");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "StreamPlatform.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("StreamPlatform.sln was not found above the test's folder.");
    }

    /// <summary>A code, maybe a status, and a sentence: words that end in a full stop.</summary>
    [GeneratedRegex("""
        "(?<code>[a-z]+\.[a-z_]+)",\s*(?:(?<status>[45]\d\d),\s*)?(?:FormattableString\.Invariant\(|[\w\s]+\?\s*)?\$?"(?<sentence>(?:[^"\\]|\\.)*\s(?:[^"\\]|\\.)*\.)"
        """)]
    private static partial Regex Failure();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();
}
