using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace StreamPlatform.Architecture.Tests;

/// <summary>Holds the dependency arrows between rooms, and between the capabilities inside Domain.</summary>
public sealed class ArrowTests
{
    /// <summary>Every room, and the rooms it may use. A room that is missing here fails <see cref="Every_room_has_its_arrows"/>.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["StreamPlatform.Domain"] = [],
        ["StreamPlatform.Media"] = ["StreamPlatform.Domain"],
        ["StreamPlatform.Identity"] = ["StreamPlatform.Domain"],
        ["StreamPlatform.Storage"] = ["StreamPlatform.Domain"],
        ["StreamPlatform.Azure"] = ["StreamPlatform.Domain"],
        ["StreamPlatform.Orchestrations"] = ["StreamPlatform.Domain", "StreamPlatform.Local.Model"],
        ["StreamPlatform.Functions"] = ["StreamPlatform.Domain", "StreamPlatform.Orchestrations", "StreamPlatform.Local.Model"],
        ["StreamPlatform.Transcoder"] = ["StreamPlatform.Domain", "StreamPlatform.Media", "StreamPlatform.Storage"],
        ["StreamPlatform.Live"] = ["StreamPlatform.Domain", "StreamPlatform.Media", "StreamPlatform.Azure", "StreamPlatform.Local.Stores"],
        ["StreamPlatform.Local.Model"] = [],
        ["StreamPlatform.Local.Sqlite"] = [],
        ["StreamPlatform.Local.Durable"] = ["StreamPlatform.Local.Model", "StreamPlatform.Local.Sqlite"],
        ["StreamPlatform.Local.Stores"] = ["StreamPlatform.Domain", "StreamPlatform.Local.Sqlite"],
        ["StreamPlatform.Local.Host"] = ["StreamPlatform.Local.Model", "StreamPlatform.Local.Durable", "StreamPlatform.Local.Sqlite"],
        ["stream"] =
        [
            "StreamPlatform.Domain", "StreamPlatform.Media", "StreamPlatform.Storage", "StreamPlatform.Identity", "StreamPlatform.Functions",
            "StreamPlatform.Orchestrations", "StreamPlatform.Local.Model", "StreamPlatform.Local.Host",
            "StreamPlatform.Local.Durable", "StreamPlatform.Local.Sqlite", "StreamPlatform.Local.Stores",
        ],
    };

    /// <summary>SDKs that only one room, or a few, may see.</summary>
    private static readonly Dictionary<string, string[]> SdkRooms = new()
    {
        ["Azure.Storage"] = ["StreamPlatform.Storage", "StreamPlatform.Functions", "StreamPlatform.Local.Host", "StreamPlatform.Transcoder", "stream"],
        ["Azure.Security.KeyVault"] = ["StreamPlatform.Azure"],
        ["Azure.Identity"] = ["StreamPlatform.Storage", "StreamPlatform.Azure", "StreamPlatform.Transcoder"],
        ["Microsoft.IdentityModel.Protocols"] = ["StreamPlatform.Identity"],
        ["Confluent.Kafka"] = ["StreamPlatform.Azure"],
        ["FFMpegCore"] = ["StreamPlatform.Media"],
        ["Microsoft.Azure.Cosmos"] = ["StreamPlatform.Azure"],
        ["Newtonsoft"] = [],
        ["Microsoft.Data.Sqlite"] = ["StreamPlatform.Local.Sqlite", "StreamPlatform.Local.Stores", "StreamPlatform.Local.Durable", "StreamPlatform.Local.Host", "stream"],
        ["Spectre.Console"] = ["stream"],
        ["OpenTelemetry"] = ["StreamPlatform.Azure", "StreamPlatform.Transcoder", "StreamPlatform.Live", "stream"],
        ["Azure.Monitor"] = ["StreamPlatform.Azure", "StreamPlatform.Transcoder"],
        ["Yarp"] = ["StreamPlatform.Local.Host"],
    };

    private static readonly ArchUnitNET.Domain.Architecture House = new ArchLoader()
        .LoadAssemblies([.. Allowed.Keys.Select(Assembly.Load)])
        .Build();

    public static TheoryData<string> Rooms => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_only_the_rooms_its_arrows_point_to(string room)
    {
        var used = TypesOf(room)
            .SelectMany(type => type.Dependencies.Select(dependency => (From: type, To: dependency.Target)))
            .Where(arrow => Allowed.ContainsKey(RoomOf(arrow.To)) && RoomOf(arrow.To) != room)
            .Where(arrow => !Allowed[room].Contains(RoomOf(arrow.To)))
            .Select(arrow => $"{arrow.From.FullName} → {arrow.To.FullName}")
            .Distinct();
        Assert.Empty(used);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void An_SDK_is_seen_only_in_the_rooms_made_for_it(string room)
    {
        var seen = Assembly.Load(room).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => SdkRooms.Any(sdk => name.StartsWith(sdk.Key, StringComparison.Ordinal) && !sdk.Value.Contains(room)));
        Assert.Empty(seen);
    }

    [Fact]
    public void The_domain_references_nothing_but_the_base_class_library()
    {
        var references = Assembly.Load("StreamPlatform.Domain").GetReferencedAssemblies().Select(reference => reference.Name!);
        Assert.All(references, name => Assert.StartsWith("System", name));
    }

    [Fact]
    public void A_capability_of_the_domain_does_not_reach_into_the_internals_of_another()
    {
        var reaching = TypesOf("StreamPlatform.Domain")
            .SelectMany(type => type.Dependencies.Select(dependency => (From: type, To: dependency.Target)))
            .Where(arrow => RoomOf(arrow.To) == "StreamPlatform.Domain" && arrow.To.Visibility != Visibility.Public)
            .Where(arrow => CapabilityOf(arrow.To) is { Length: > 0 } owner && CapabilityOf(arrow.From) != owner)
            .Where(arrow => !arrow.To.IsNested)
            .Select(arrow => $"{arrow.From.FullName} → {arrow.To.FullName}")
            .Distinct();
        Assert.Empty(reaching);
    }

    [Fact]
    public void Every_room_has_its_arrows()
    {
        var rooms = Allowed.Keys.SelectMany(room => Assembly.Load(room).GetReferencedAssemblies())
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("StreamPlatform.", StringComparison.Ordinal))
            .Distinct();
        Assert.All(rooms, room => Assert.Contains(room, Allowed.Keys));
    }

    private static IEnumerable<IType> TypesOf(string room) => House.Types.Where(type => RoomOf(type) == room);

    private static string RoomOf(IType type) => type is GenericParameter || type.Assembly is not { } assembly ? string.Empty : assembly.Name.Split(',')[0];

    /// <summary><c>Uploads</c> of <c>StreamPlatform.Domain.Uploads.…</c>; empty for the kernel.</summary>
    private static string CapabilityOf(IType type) => type.Namespace.FullName.Split('.').ElementAtOrDefault(2) ?? string.Empty;
}
