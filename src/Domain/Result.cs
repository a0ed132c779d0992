namespace StreamPlatform.Domain;

/// <summary>Either a value or an expected <see cref="Domain.Error"/>.</summary>
public readonly record struct Result<T>
{
    private readonly T? _value;

    private Result(T? value, Error? error) => (_value, Error) = (value, error);

    /// <summary>The failure; null when the use case succeeded.</summary>
    public Error? Error { get; }

    public bool Succeeded => Error is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The result is a failure: a bug in the caller.</exception>
    public T Value => Error is null ? _value! : throw new InvalidOperationException($"No value: {Error.Code}.");

    public TOut Match<TOut>(Func<T, TOut> succeeded, Func<Error, TOut> failed) =>
        Error is null ? succeeded(_value!) : failed(Error);

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, error);
}

/// <summary>The value of a use case that has nothing to return.</summary>
public readonly record struct Done;
