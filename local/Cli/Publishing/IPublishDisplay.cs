using StreamPlatform.Local.Cli.Api;

namespace StreamPlatform.Local.Cli.Publishing;

/// <summary>Shows people how the files get on. Called from several files' tasks at once.</summary>
internal interface IPublishDisplay
{
    void Uploading(string file, double fraction);

    void Progress(string file, ProgressView progress);

    void Finished(string file, PublishedFile result);
}
