using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Domain.Uploads.Imports;

namespace StreamPlatform.Functions.Uploads;

/// <summary>Uploads, and imports from elsewhere.</summary>
internal static class UploadServices
{
    public static IServiceCollection AddUploads(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton((configuration.GetSection("Processing").Get<UploadLimits>() ?? new UploadLimits()).Validated())
        .AddSingleton<UploadCloser>()
        .AddSingleton<SupersededOriginals>()
        .AddSingleton<CreateUpload>()
        .AddSingleton(configuration.GetSection(ImportOptions.Section).Get<ImportOptions>() ?? new ImportOptions())
        .AddSingleton<IRemoteFiles, HttpRemoteFiles>()
        .AddSingleton<ImportAsset>()
        .AddSingleton<ImportPart>()
        .AddSingleton<GetUpload>()
        .AddSingleton<ListUploads>()
        .AddSingleton<AbortUpload>()
        .AddSingleton<EndUploads>()
        .AddSingleton<MovedUploads>()
        .AddSingleton<CommitUpload>()
        .AddSingleton<ExpireUploads>();
}
