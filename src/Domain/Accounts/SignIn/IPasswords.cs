namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>Hashes passwords slowly, and guesses how soon one would be guessed.</summary>
public interface IPasswords
{
    string Hash(string password);

    /// <param name="hash">Null when there is none to compare with: it takes as long, and fails.</param>
    PasswordCheck Check(string? hash, string password);

    /// <summary>0 (guessed at once) to 4 (not in a lifetime), as zxcvbn counts.</summary>
    /// <param name="about">What the owner's passwords must not be made of: address, names.</param>
    int Strength(string password, IEnumerable<string> about);
}

/// <summary>What became of a comparison.</summary>
public enum PasswordCheck
{
    Wrong,
    Right,

    /// <summary>Right, and hashed more weakly than passwords are hashed now.</summary>
    RightButOld,
}
