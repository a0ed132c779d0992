namespace StreamPlatform.Local.Durable;

/// <summary>Work was under way each time the process crashed, too often to be tried again.</summary>
public sealed class PoisonedWorkException(string message) : Exception(message);
