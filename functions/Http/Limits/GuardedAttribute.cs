namespace StreamPlatform.Functions.Http.Limits;

/// <summary>Secrets could be guessed here (signing in, resetting a password): few requests get through from one address, over all instances.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GuardedAttribute : Attribute;
