using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Webhooks;

namespace StreamPlatform.Functions.Webhooks;

/// <summary>Webhooks and their deliveries.</summary>
internal static class WebhookServices
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton((configuration.GetSection(WebhookOptions.Section).Get<WebhookOptions>() ?? new WebhookOptions()).Validated())
        .AddSingleton<IWebhookSender, HttpWebhookSender>()
        .AddSingleton<Domain.Webhooks.Webhooks>()
        .AddSingleton<Deliveries>();
}
