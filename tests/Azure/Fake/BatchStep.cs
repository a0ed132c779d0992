using System.Text.Json.Nodes;

namespace StreamPlatform.Azure.Tests.Fake;

/// <summary>One operation of a transactional batch.</summary>
/// <param name="Operation"><c>create</c>, <c>upsert</c>, <c>replace</c> or <c>delete</c>.</param>
internal sealed record BatchStep(string Operation, string? Id, string? IfMatch, JsonObject? Body);
