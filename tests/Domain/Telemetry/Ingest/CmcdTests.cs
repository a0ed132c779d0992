using StreamPlatform.Domain.Telemetry.Ingest;

namespace StreamPlatform.Domain.Tests.Telemetry.Ingest;

public sealed class CmcdTests
{
    [Theory]
    [InlineData("bl=21300,br=3200,bs,cid=\"faec5fc2-ac30-11eabb37-0242ac130002\",d=4004,dl=18500,mtp=48100,ot=v,pr=1.08,rtp=12000,sf=d,sid=\"6e2fb550-c457-11e9-bb97-0800200c9a66\",st=v,su,tb=6000")]
    [InlineData("sid=\"a,b=c\"")]
    [InlineData("v=1")]
    public void What_the_standard_has_is_kept(string text) => Assert.Equal(text, Cmcd.Understood(text));

    [Theory]
    [InlineData("tb=6000, br=3200", "br=3200,tb=6000")]
    [InlineData("br=3200,com.example-own=\"a\",bs=false,ot=video!", "br=3200")]
    [InlineData("br=abc,sid=unquoted,pr=1e9", null)]
    [InlineData("sid=\"a\\\"b\"", null)]
    [InlineData("sid=\"open", null)]
    [InlineData("", null)]
    [InlineData(",,=,", null)]
    public void What_it_has_not_is_left_out(string text, string? understood) => Assert.Equal(understood, Cmcd.Understood(text));
}
