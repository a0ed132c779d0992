using System.Globalization;

namespace StreamPlatform.Domain.Webhooks;

/// <summary>What can be wrong with webhooks.</summary>
public static class WebhookErrors
{
    private const int MaxEchoed = 60;

    public static Error NotFound(string id) => new("webhook.not_found", 404, $"There is no webhook '{Echo(id)}'.");

    public static Error DeliveryNotFound(string id) => new("webhook.delivery_not_found", 404, $"There is no delivery '{Echo(id)}'; they are kept for 30 days.");

    public static Error UrlInvalid(string why) => new("webhook.url_invalid", 422, $"Nothing can be sent to this URL: {why}");

    public static Error EventUnknown(string type) => new(
        "webhook.event_unknown", 422, $"There is no event '{Echo(type)}'. There are: {string.Join(", ", WebhookEvents.Types)}.");

    public static Error DescriptionTooLong(int most) => new(
        "webhook.description_too_long", 422, $"The description may have at most {most.ToString(CultureInfo.InvariantCulture)} characters.");

    public static readonly Error TooMany = new(
        "webhook.too_many", 409, $"An account has at most {WebhookEndpoint.Most.ToString(CultureInfo.InvariantCulture)} webhooks. Delete one first.");

    /// <summary>The webhook was changed by somebody else meanwhile.</summary>
    public static Error Changed(string id) => new("webhook.changed", 412, $"The webhook '{Echo(id)}' was changed meanwhile. Read it again, then repeat the change.");

    /// <summary>Others were faster, again and again.</summary>
    public static Error Busy(string id) => new("webhook.busy", 409, $"The webhook '{Echo(id)}' is being changed by others. Try again.");

    public static Error NotEnabled(string id) => new("webhook.not_enabled", 409, $"The webhook '{Echo(id)}' is paused or was disabled. Enable it first.");

    private static string Echo(string text) => text.Length <= MaxEchoed ? text : $"{text[..MaxEchoed]}…";
}
