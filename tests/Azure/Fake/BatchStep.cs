using System.Text.Json.Nodes;

namespace StreamPlatform.Azure.Tests.Fake;

/// <summary>One operation of a transactional batch.</summary>
/// <param name="Operation"><c>create</c> or <c>replace</c>.</param>
internal sealed record BatchStep(string Operation, string? Id, string? IfMatch, JsonObject Body);
