using System.Globalization;

namespace StreamPlatform.Local.Host.Azurite;

/// <summary>Facts about processes from <c>/proc</c>.</summary>
internal static class ProcessFacts
{
    /// <summary>When the process began, in clock ticks since boot; null when there is none or it is a zombie.</summary>
    public static long? StartTicks(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/stat");

            // The name, in parentheses, may hold anything: fields count from behind it (proc(5): state is 3, starttime 22).
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] == "Z" ? null : long.Parse(fields[19], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
