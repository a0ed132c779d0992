using System.Text.Json;
using System.Text.RegularExpressions;

namespace StreamPlatform.Infra.Tests;

/// <summary>Functions that something else than a request starts: timers, events, blobs, workflows and their activities.</summary>
internal static partial class WorkFunctions
{
    private static readonly string File = Path.Combine(Checkout.Infra, "work-functions.json");

    /// <summary>As infra/ turns them off where an app only answers.</summary>
    public static IReadOnlyList<string> Listed => JsonSerializer.Deserialize<string[]>(System.IO.File.ReadAllText(File))!;

    /// <summary>As the sources have them, and how many functions there are in all.</summary>
    public static (IReadOnlyList<string> Names, int All) OfSources()
    {
        var all = Checkout.Sources.SelectMany(source => Function().Matches(source.Text).Select(function => (
            Name: Named(source.Text[..function.Index], function.Groups["name"].Value),
            Trigger: Trigger().Match(source.Text, function.Index).Groups["kind"].Value))).ToList();
        return ([.. all.Where(function => function.Trigger != "Http").Select(function => function.Name).Order(StringComparer.Ordinal)], all.Count);
    }

    public static void Write() =>
        System.IO.File.WriteAllText(File, $"[\n  {string.Join(",\n  ", OfSources().Names.Select(name => $"\"{name}\""))}\n]\n");

    /// <summary><c>nameof(X)</c>, a constant of the class, or one of another.</summary>
    private static string Named(string before, string name)
    {
        if (name.StartsWith("nameof(", StringComparison.Ordinal))
            return name["nameof(".Length..^1];
        var (type, constant) = name.Split('.') is [var other, var its] ? (other, its) : (Type().Matches(before)[^1].Groups["name"].Value, name);
        var declared = new Regex($@"\b(class|record|struct) {type}\b(?:(?!\b(?:class|record|struct) \w).)*?const string {constant} = (?:""(?<value>\w+)""|nameof\((?<value>\w+)\))", RegexOptions.Singleline);
        return Checkout.Sources.Select(source => declared.Match(source.Text)).FirstOrDefault(match => match.Success)?.Groups["value"].Value
            ?? throw new InvalidOperationException($"What is {name}?");
    }

    [GeneratedRegex(@"\[Function\((?<name>nameof\(\w+\)|[\w.]+)\)\]")]
    private static partial Regex Function();

    [GeneratedRegex(@"\[(?<kind>\w+)Trigger\b")]
    private static partial Regex Trigger();

    [GeneratedRegex(@"\b(?:class|record|struct) (?<name>\w+)")]
    private static partial Regex Type();
}
