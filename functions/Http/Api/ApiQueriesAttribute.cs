namespace StreamPlatform.Functions.Http.Api;

/// <summary>Query parameters that an operation has as others do, for the API's description.</summary>
/// <param name="list">An <see cref="IApiQueries"/> that can be made without arguments.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ApiQueriesAttribute(Type list) : Attribute
{
    public Type List => list;

    public IReadOnlyList<ApiQueryAttribute> All => ((IApiQueries)Activator.CreateInstance(list)!).All;
}
