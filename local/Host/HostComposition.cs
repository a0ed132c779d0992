using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Local.Host.Edge;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Host;

/// <summary>
/// Given to the composition root when storage runs and nothing else does yet: what it needs to wire adapters to ports.
/// </summary>
public sealed class HostComposition
{
    private readonly List<Type> _middleware = [];
    private readonly List<(string Path, Action<IApplicationBuilder> Serve)> _operatorPages = [];

    internal HostComposition(
        IServiceCollection services,
        IConfigurationManager configuration,
        DataFolder data,
        Uri publicUrl,
        string storageConnectionString,
        SignedFolders signedFolders)
    {
        Services = services;
        Configuration = configuration;
        Data = data;
        PublicUrl = publicUrl;
        StorageConnectionString = storageConnectionString;
        SignedFolders = signedFolders;
    }

    /// <summary>Services for the constructors of function classes; every run has a scope.</summary>
    public IServiceCollection Services { get; }

    /// <summary>App settings and environment; <c>AzureWebJobsStorage</c> and <c>StreamPlatform:PublicUrl</c> are set.</summary>
    public IConfigurationManager Configuration { get; }

    public DataFolder Data { get; }

    /// <summary>What URLs handed to others begin with. Without a fixed port it is known only once the host listens.</summary>
    public Uri PublicUrl { get; }

    public string StorageConnectionString { get; }

    /// <summary>Signs the folders that the <c>/media</c> edge serves.</summary>
    public SignedFolders SignedFolders { get; }

    internal IReadOnlyList<Type> Middleware => _middleware;

    internal IReadOnlyList<(string Path, Action<IApplicationBuilder> Serve)> OperatorPages => _operatorPages;

    /// <summary>Serves something below a path for operators alone: by the system key, or from this machine itself.</summary>
    public HostComposition ServeOperators(string path, Action<IApplicationBuilder> serve)
    {
        _operatorPages.Add((path, serve));
        return this;
    }

    /// <summary>Puts middleware around every function; the first added is the outermost.</summary>
    public HostComposition UseMiddleware<T>()
        where T : class, IFunctionsWorkerMiddleware
    {
        Services.AddSingleton<T>();
        _middleware.Add(typeof(T));
        return this;
    }
}
