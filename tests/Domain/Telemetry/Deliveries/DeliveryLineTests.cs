using System.Text;
using StreamPlatform.Domain.Telemetry.Deliveries;

namespace StreamPlatform.Domain.Tests.Telemetry.Deliveries;

public sealed class DeliveryLineTests
{
    private const string Asset = "asset_0123456789abcdefghjkmnpqrs", Session = "ses_0123456789abcdefghjkmnpqrs";

    /// <summary>As Front Door writes it, but for what the platform's profile scrubs.</summary>
    private static readonly string FrontDoor =
        $$$"""
        {"time":"2026-11-29T22:10:22.1234567Z","resourceId":"/SUBSCRIPTIONS/1/RESOURCEGROUPS/RG/PROVIDERS/MICROSOFT.CDN/PROFILES/AFD","category":"FrontDoorAccessLog","operationName":"Microsoft.Cdn/Profiles/AccessLog/Write","properties":{"trackingReference":"0abc","httpMethod":"GET","httpVersion":"2.0","requestUri":"https://stream.example.net:443/media/{{{Asset}}}/1-0/v1/seg-1.m4s?e=1780000000&s=abc&CMCD=bl%3D21300%2Cot%3Dv%2Csid%3D%22{{{Session}}}%22","sni":"stream.example.net","requestBytes":"611","responseBytes":"1048576","userAgent":"Mozilla/5.0","clientIp":"****","socketIp":"****","timeToFirstByte":"0.01","timeTaken":"0.2","requestProtocol":"HTTPS","securityProtocol":"TLS 1.3","routingRuleName":"media","rulesEngineMatchNames":[],"httpStatusCode":"206","edgeActionsStatusCode":"","httpStatusDetails":"206","pop":"FRA","cacheStatus":"HIT","errorInfo":"NoError","ErrorInfo":"NoError","result":"N/A","endpoint":"stream.example.net","hostName":"stream.example.net","isReceivedFromClient":true}}
        """;

    [Fact]
    public void A_line_of_Front_Door_tells_video_session_and_bytes() => Assert.Equal(new DeliveryLine(Asset, Session, 1_048_576), Of(FrontDoor));

    [Theory]
    [InlineData("\"httpMethod\":\"GET\"", "\"httpMethod\":\"HEAD\"")]
    [InlineData("\"httpStatusCode\":\"206\"", "\"httpStatusCode\":\"403\"")]
    [InlineData("\"isReceivedFromClient\":true", "\"isReceivedFromClient\":false")]
    [InlineData("/media/", "/api/")]
    [InlineData("FrontDoorAccessLog", "FrontDoorHealthProbeLog")]
    [InlineData("\"responseBytes\":\"1048576\"", "\"responseBytes\":\"-1\"")]
    [InlineData("{\"time\"", "{\"time\"\"")]
    [InlineData("asset_0", "asset_/")]
    public void What_gave_no_media_to_a_player_is_none(string told, string instead) => Assert.Null(Of(FrontDoor.Replace(told, instead, StringComparison.Ordinal)));

    [Theory]
    [InlineData("sid%3D%22ses_0123456789abcdefghjkmnpqrs%22", "sid%3D%22d3b1c6f0-0000-4000-8000-000000000000%22")]
    [InlineData("CMCD=", "cmcd=")]
    [InlineData("&CMCD=", "&x=")]
    public void A_request_that_names_no_session_of_ours_names_none(string told, string instead) =>
        Assert.Equal(new DeliveryLine(Asset, null, 1_048_576), Of(FrontDoor.Replace(told, instead, StringComparison.Ordinal)));

    private static DeliveryLine? Of(string line) => DeliveryLine.Of(Encoding.UTF8.GetBytes(line));
}
