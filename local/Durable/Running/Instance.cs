namespace StreamPlatform.Local.Durable;

/// <summary>
/// An instance in memory: what has arrived for it and, while memory allows, its running code. One turn at a time uses
/// <see cref="Head"/>, <see cref="Session"/> and <see cref="Held"/>.
/// </summary>
internal sealed class Instance(string id)
{
    private readonly Lock _gate = new();
    private List<Message> _mail = [];
    private bool _scheduled;
    private bool _retired;

    public enum Receipt
    {
        /// <summary>A turn is queued or under way already.</summary>
        Queued,

        /// <summary>The caller is to queue a turn.</summary>
        NeedsTurn,

        /// <summary>This object is out of use: get another.</summary>
        Retired,
    }

    public string Id { get; } = id;

    public InstanceHead? Head { get; set; }

    public OrchestrationSession? Session { get; set; }

    /// <summary>What can't be handled yet, because the instance is suspended or not to be started yet.</summary>
    public List<Message> Held { get; } = [];

    public Receipt Add(Message message)
    {
        lock (_gate)
        {
            if (_retired)
                return Receipt.Retired;
            _mail.Add(message);
            if (_scheduled)
                return Receipt.Queued;
            _scheduled = true;
            return Receipt.NeedsTurn;
        }
    }

    /// <summary>What is held and what has arrived, in order.</summary>
    public List<Message> Take()
    {
        lock (_gate)
        {
            var taken = new List<Message>(Held.Count + _mail.Count);
            taken.AddRange(Held);
            taken.AddRange(_mail);
            Held.Clear();
            _mail = [];
            return taken;
        }
    }

    /// <summary>Puts messages back, ahead of what has arrived since.</summary>
    public void PutBack(IEnumerable<Message> messages)
    {
        lock (_gate)
            _mail.InsertRange(0, messages);
    }

    /// <summary>Ends a turn. True if another is needed at once.</summary>
    public bool EndTurn()
    {
        lock (_gate)
        {
            _scheduled = _mail.Count > 0;
            return _scheduled;
        }
    }

    /// <summary>Forgets the running code unless a turn is under way. True if it is gone.</summary>
    public bool Unload()
    {
        lock (_gate)
        {
            if (_scheduled)
                return false;
            (Head, Session) = (null, null);
            return true;
        }
    }

    /// <summary>Takes this object out of use if it holds nothing. True if it is.</summary>
    public bool Retire()
    {
        lock (_gate)
        {
            if (!_scheduled && _mail.Count == 0 && Held.Count == 0 && Session is null)
                _retired = true;
            return _retired;
        }
    }
}
