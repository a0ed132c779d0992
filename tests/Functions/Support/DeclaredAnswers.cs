using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using StreamPlatform.Domain;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Tests.Api;

namespace StreamPlatform.Functions.Tests.Support;

/// <summary>Holds answers to what their functions say of them, which is what the API's description tells.</summary>
internal static partial class DeclaredAnswers
{
    /// <summary>Every property has its place, and what is always there is there.</summary>
    private static readonly JsonSerializerOptions Strict = new(DomainJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <param name="call">The code of the call, which names the function's class.</param>
    public static void Check(string call, Answer answer, string body)
    {
        if (Called().Match(call) is not { Success: true } called
            || OpenApiDocument.Operations.SingleOrDefault(operation => operation.DeclaringType!.Name == called.Groups["name"].Value) is not { } operation)
            return;
        if (answer.Status >= 400 && answer.ContentType == "application/problem+json")
            return;
        var declared = operation.GetCustomAttributes<ApiAnswerAttribute>().SingleOrDefault(declared => declared.Status == answer.Status);
        Assert.True(declared is not null, $"{operation.DeclaringType!.Name} does not say that it answers {answer.Status}.");
        Assert.Equal(declared!.Headers.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(name => name != "ETag"), declared.Headers.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(name => name != "ETag" && answer.Headers.ContainsKey(name)));
        if (declared!.Also.Length > 0 && answer.ContentType?.StartsWith(declared.Also, StringComparison.Ordinal) == true)
            return;
        if (declared.Body is { } type && declared.ContentType == "application/json")
            Assert.NotNull(JsonSerializer.Deserialize(body, type, Strict));
        else
            Assert.Equal("", declared.ContentType == "application/json" ? body : "");
    }

    [GeneratedRegex(@"Function<(?<name>\w+)>")]
    private static partial Regex Called();
}
