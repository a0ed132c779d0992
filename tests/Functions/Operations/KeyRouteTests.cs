using System.Text.Json;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Functions.Operations;
using StreamPlatform.Functions.Tests.Playback;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Operations;

public sealed class KeyRouteTests : IAsyncDisposable
{
    private readonly PlaybackHouse _house = new();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Each_new_key_opens_the_installation_s_account()
    {
        var (first, second) = (await PostAsync(), await PostAsync());
        Assert.NotEqual(first, second);
        foreach (var secret in new[] { first, second })
        {
            var key = await _house.Get<IApiKeyStore>().FindAsync(ApiKey.HashOf(secret), default);
            Assert.Equal(EnsureFirstApiKey.FirstOwnerId, key?.OwnerId);
        }
    }

    [Fact]
    public void Only_who_has_a_key_of_the_function_app_gets_one()
    {
        var trigger = typeof(PostKey).GetMethod(nameof(PostKey.RunAsync))!.GetParameters()[0].GetCustomAttributesData().Single();
        Assert.Equal("Function", Enum.GetName(trigger.ConstructorArguments[0].ArgumentType, trigger.ConstructorArguments[0].Value!));
    }

    private async Task<string> PostAsync()
    {
        var (status, body, _) = await _house.GetAsync(new PostKey(_house.Get<EnsureFirstApiKey>()).RunAsync(Request("POST", "operations/keys"), default));
        Assert.Equal(201, status);
        return JsonDocument.Parse(body).RootElement.GetProperty("key").GetString()!;
    }
}
