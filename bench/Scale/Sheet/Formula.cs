using System.Globalization;

namespace StreamPlatform.Bench.Scale.Sheet;

/// <summary>
/// Reckons a formula as the page prints it, with its units: <c>+ - * / ( )</c>, numbers, names, <c>ceil(a)</c> and
/// <c>max(a, b)</c>. So what is printed is what was reckoned.
/// </summary>
internal sealed class Formula(string text, Func<string, Quantity> find)
{
    private int _at;

    /// <exception cref="FormatException">The text is no formula, or its units don't fit.</exception>
    public Quantity Reckon()
    {
        var value = Sum();
        return Peek() == '\0' ? value : throw Unexpected();
    }

    private Quantity Sum()
    {
        var value = Product();
        while (Peek() is '+' or '-')
            value = text[_at++] == '+' ? value + Product() : value - Product();
        return value;
    }

    private Quantity Product()
    {
        var value = Factor();
        while (Peek() is '*' or '/')
            value = text[_at++] == '*' ? value * Factor() : value / Factor();
        return value;
    }

    private Quantity Factor()
    {
        var next = Peek();
        if (next == '(')
            return InBrackets(Sum);
        if (char.IsAsciiDigit(next))
            return new(double.Parse(Word(c => char.IsAsciiDigit(c) || c == '.'), CultureInfo.InvariantCulture), default);
        if (!char.IsAsciiLetter(next))
            throw Unexpected();
        var name = Word(char.IsAsciiLetterOrDigit);
        return Peek() != '(' ? find(name) : name switch
        {
            "ceil" => InBrackets(() => Sum().Ceiling()),
            "max" => InBrackets(() => Quantity.Max(Sum(), AfterComma())),
            _ => throw new FormatException($"There is no function '{name}'."),
        };
    }

    private Quantity InBrackets(Func<Quantity> inner)
    {
        Take('(');
        var value = inner();
        Take(')');
        return value;
    }

    private Quantity AfterComma()
    {
        Take(',');
        return Sum();
    }

    private void Take(char wanted) => _at += Peek() == wanted ? 1 : throw Unexpected();

    private string Word(Func<char, bool> belongs)
    {
        var from = _at;
        while (_at < text.Length && belongs(text[_at]))
            _at++;
        return text[from.._at];
    }

    private char Peek()
    {
        while (_at < text.Length && text[_at] == ' ')
            _at++;
        return _at < text.Length ? text[_at] : '\0';
    }

    private FormatException Unexpected() => new($"'{text}' can't be read at {_at}.");
}
