using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace StreamPlatform.Local.Host.Http;

/// <summary>
/// The keys that callers of guarded endpoints show, like the Functions host's: one master key, host-wide function keys,
/// a system key for extensions, and keys of single functions. Made at the first start, kept in the data folder.
/// </summary>
internal sealed class ApiKeys
{
    /// <summary>The system key that guards the durable management API.</summary>
    public const string DurableSystemKey = "durabletask_extension";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly KeyFile _keys;

    private ApiKeys(KeyFile keys) => _keys = keys;

    public string Master => _keys.Master;

    public string System => _keys.System[DurableSystemKey];

    public string HostFunctionKey => _keys.Host["default"];

    /// <summary>Reads the keys of a data folder and makes those that are missing.</summary>
    public static ApiKeys Load(DataFolder data, IEnumerable<string> functions)
    {
        var path = Path.Combine(data.Keys, "host.json");
        var keys = File.Exists(path) ? JsonSerializer.Deserialize<KeyFile>(File.ReadAllBytes(path), Json)! : new KeyFile { Master = NewKey() };
        keys.Host.TryAdd("default", NewKey());
        keys.System.TryAdd(DurableSystemKey, NewKey());
        foreach (var function in functions)
            keys.Functions.TryAdd(function, new() { ["default"] = NewKey() });
        SecretFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(keys, Json));
        return new ApiKeys(keys);
    }

    public string FunctionKey(string function) => _keys.Functions[function]["default"];

    public bool IsMaster(string? key) => Same(key, Master);

    public bool IsSystem(string? key) => IsMaster(key) || _keys.System.Values.Any(known => Same(key, known));

    /// <summary>Whether the key opens the function: its own, one of the host's, or the master key.</summary>
    public bool IsFunction(string? key, string function)
    {
        var own = _keys.Functions.TryGetValue(function, out var keys) ? keys.Values : Enumerable.Empty<string>();
        return IsMaster(key) || own.Concat(_keys.Host.Values).Any(known => Same(key, known));
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(40)).Replace('+', '-').Replace('/', '_').TrimEnd('=');

    private static bool Same(string? given, string known) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(known));

    private sealed class KeyFile
    {
        public string Master { get; set; } = "";

        public Dictionary<string, string> Host { get; set; } = [];

        public Dictionary<string, string> System { get; set; } = [];

        public Dictionary<string, Dictionary<string, string>> Functions { get; set; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
