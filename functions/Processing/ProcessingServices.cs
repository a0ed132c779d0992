using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Clips;
using StreamPlatform.Domain.Processing.Duplicates;
using StreamPlatform.Domain.Processing.Economy;
using StreamPlatform.Domain.Processing.Erasing;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Processing.Moving;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain.Processing.Requests;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Domain.Processing.Watching;
using StreamPlatform.Domain.Processing.Watermarks;

namespace StreamPlatform.Functions.Processing;

/// <summary>What is made of a video, and what takes it away.</summary>
internal static class ProcessingServices
{
    public static IServiceCollection AddProcessing(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton((configuration.GetSection(ProcessingOptions.Section).Get<ProcessingOptions>() ?? new ProcessingOptions()).Validated())
        .AddSingleton<Watermarks>()
        .AddSingleton<IProbes>(provider => provider.GetRequiredService<ProcessingOptions>().ProbeInJobs
            ? ActivatorUtilities.CreateInstance<ProbeByJob>(provider)
            : ActivatorUtilities.CreateInstance<ProbeHere>(provider))
        .AddSingleton<Duplicates>()
        .AddSingleton<PrepareRun>()
        .AddSingleton<DispatchItems>()
        .AddSingleton<SettleLadder>()
        .AddSingleton<SweepRun>()
        .AddSingleton<PublishRun>()
        .AddSingleton<FailRun>()
        .AddSingleton<ExtendAsset>()
        .AddSingleton<AskedRenditions>()
        .AddSingleton<PrepareExtension>()
        .AddSingleton<PublishExtension>()
        .AddSingleton<EndExtension>()
        .AddSingleton((configuration.GetSection(EconomyOptions.Section).Get<EconomyOptions>() ?? new EconomyOptions()).Validated())
        .AddSingleton<WeighTitle>()
        .AddSingleton<ClipAsset>()
        .AddSingleton<PrepareClip>()
        .AddSingleton<PublishClip>()
        .AddSingleton<NoteMarker>()
        .AddSingleton<RunEraser>()
        .AddSingleton<AssetEraser>()
        .AddSingleton<CancelAsset>()
        .AddSingleton<ApproveAsset>()
        .AddSingleton<ReprocessAsset>()
        .AddSingleton<DeleteAsset>()
        .AddSingleton((configuration.GetSection(TrashOptions.Section).Get<TrashOptions>() ?? new TrashOptions()).Validated())
        .AddSingleton<TrashAsset>()
        .AddSingleton<Removals>()
        .AddSingleton<MoveTargets>()
        .AddSingleton<MoveAsset>()
        .AddSingleton<MoveChannel>()
        .AddSingleton<RunWatches>()
        .AddSingleton<WatchAsset>();
}
