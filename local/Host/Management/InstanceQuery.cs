using System.Globalization;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Host.Management;

/// <summary>Which instances a management request means.</summary>
internal static class InstanceQuery
{
    public const string ContinuationHeader = "x-ms-continuation-token";

    /// <exception cref="BadHttpRequestException">A value can't be read.</exception>
    public static OrchestrationQuery Read(HttpRequest request) => new(
        Time(request, "createdTimeFrom"),
        Time(request, "createdTimeTo"),
        Statuses(request),
        InstanceIdPrefix: request.Query["instanceIdPrefix"].FirstOrDefault(),
        PageSize: Top(request),
        FetchInputsAndOutputs: true,
        ContinuationToken: request.Headers[ContinuationHeader].FirstOrDefault());

    public static bool Flag(HttpRequest request, string name) => string.Equals(request.Query[name], "true", StringComparison.OrdinalIgnoreCase);

    private static int Top(HttpRequest request) =>
        request.Query["top"].FirstOrDefault() is not { Length: > 0 } text ? OrchestrationQuery.DefaultPageSize
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var top) && top is > 0 and <= 1000 ? top
        : throw new BadHttpRequestException("'top' must be a number from 1 to 1000.");

    private static DateTimeOffset? Time(HttpRequest request, string name) =>
        request.Query[name].FirstOrDefault() is not { Length: > 0 } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
        : throw new BadHttpRequestException($"'{name}' must be a time.");

    private static List<OrchestrationRuntimeStatus>? Statuses(HttpRequest request)
    {
        var names = request.Query["runtimeStatus"].SelectMany(value => value!.Split(',', StringSplitOptions.RemoveEmptyEntries)).ToList();
        return names.Count == 0 ? null : names.ConvertAll(name =>
            Enum.TryParse<OrchestrationRuntimeStatus>(name, ignoreCase: true, out var status) ? status
            : throw new BadHttpRequestException($"'{name}' is not a runtime status."));
    }
}
