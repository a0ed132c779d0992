using System.Globalization;

namespace StreamPlatform.Media.Tools;

/// <summary>Reads settings with a default and says which one is wrong.</summary>
public static class SettingReader
{
    public static string Text(Func<string, string?> setting, string name, string standard) =>
        setting(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : standard;

    public static bool Flag(Func<string, string?> setting, string name, bool standard) =>
        Text(setting, name, "") switch
        {
            "" => standard,
            var text when bool.TryParse(text, out var value) => value,
            var text => throw Wrong(name, text, "true or false"),
        };

    public static double Number(Func<string, string?> setting, string name, double standard, double least, double most) =>
        Text(setting, name, "") switch
        {
            "" => standard,
            var text when double.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most => value,
            var text => throw Wrong(name, text, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}")),
        };

    /// <summary>One of a few things by its name.</summary>
    public static T Choice<T>(Func<string, string?> setting, string name, T standard, IReadOnlyList<T> choices, Func<T, string> nameOf)
        where T : class =>
        Text(setting, name, "") switch
        {
            "" => standard,
            var text => choices.FirstOrDefault(choice => nameOf(choice) == text) ?? throw Wrong(name, text, string.Join(", ", choices.Select(nameOf))),
        };

    /// <summary>Anything that <paramref name="read"/> makes of a text; null for what it can't.</summary>
    public static T Parsed<T>(Func<string, string?> setting, string name, T standard, Func<string, T?> read, string wanted)
        where T : class? =>
        Text(setting, name, "") switch
        {
            "" => standard,
            var text => read(text) ?? throw Wrong(name, text, wanted),
        };

    private static InvalidOperationException Wrong(string name, string value, string wanted) =>
        new($"{name.Replace(":", "__", StringComparison.Ordinal)} is '{value}', but must be {wanted}.");
}
