namespace StreamPlatform.Domain;

/// <summary>A listing was asked to go on from a cursor that no listing gave.</summary>
public sealed class InvalidCursorException(Exception? inner = null) : Exception("The cursor is not one that a listing gave.", inner);
