using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Local.Stores;

namespace StreamPlatform.Local.Tests.Stores;

/// <summary>The embedded stores on a file of their own, which goes with them.</summary>
internal sealed class SqliteStores : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public SqliteStores(TimeProvider? clock = null) =>
        _services = new ServiceCollection().AddSingleton(clock ?? TimeProvider.System).AddLocalStores(Folder).BuildServiceProvider();

    public string Folder { get; } = Directory.CreateTempSubdirectory("stores-").FullName;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
