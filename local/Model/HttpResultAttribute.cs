namespace StreamPlatform.Local.Model;

/// <summary>Marks, among the properties of a function's result, the one that is the HTTP answer.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HttpResultAttribute : Attribute;
