using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace StreamPlatform.Functions.Tests.Support;

/// <summary>What the client gets.</summary>
internal sealed record Answer(int Status, string? ContentType, IHeaderDictionary Headers, JsonElement Body)
{
    public string? Code => Text("code");

    public string? Text(string property) => Body.TryGetProperty(property, out var value) ? value.ToString() : null;

    public void IsProblem(int status, string code)
    {
        Assert.Equal((status, code, "application/problem+json"), (Status, Code, ContentType));
        Assert.Equal(status, Body.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrEmpty(Text("title")));
        Assert.EndsWith(".", Text("detail"), StringComparison.Ordinal);
    }
}
