namespace StreamPlatform.Domain.Processing;

/// <summary>A chapter as the container has it; seconds from its start. Without a title it is numbered.</summary>
public sealed record SourceChapter(double StartSeconds, double EndSeconds, string? Title);
