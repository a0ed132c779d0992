namespace StreamPlatform.Functions.Http.Api;

/// <summary>Query parameters that several operations have.</summary>
public interface IApiQueries
{
    IReadOnlyList<ApiQueryAttribute> All { get; }
}
