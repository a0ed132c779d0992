using System.ComponentModel;
using System.Globalization;

namespace StreamPlatform.Local.Host.Invocation;

/// <summary>Binding data as simple parameter types: text, numbers, GUIDs, dates.</summary>
internal static class TextValues
{
    public static bool CanBe(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) || plain == typeof(object) || plain == typeof(Guid) || plain == typeof(DateTimeOffset)
            || plain == typeof(Uri) || plain.IsEnum || (plain.IsPrimitive && plain != typeof(nint) && plain != typeof(nuint))
            || plain == typeof(decimal) || plain == typeof(DateTime) || plain == typeof(TimeSpan);
    }

    /// <exception cref="FormatException">The value isn't of the type.</exception>
    public static object? Convert(object? value, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null || plain.IsInstanceOfType(value))
            return value;
        var text = System.Convert.ToString(value, CultureInfo.InvariantCulture)!;
        if (plain == typeof(string))
            return text;
        if (plain == typeof(Uri))
            return new Uri(text, UriKind.RelativeOrAbsolute);
        try
        {
            return TypeDescriptor.GetConverter(plain).ConvertFromInvariantString(text);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new FormatException($"'{text}' is not a {plain.Name}.", exception);
        }
    }
}
