namespace StreamPlatform.Functions.Tests.Egress;

/// <summary>URLs that strangers could give to have a server within asked.</summary>
public sealed class TrickyUrls
{
    /// <summary>Whatever can be written for an address within, or for a name that leads there: every name does, here.</summary>
    public static TheoryData<string> All =>
    [
        "http://example.com/", "ftp://example.com/", "file:///etc/passwd", "gopher://example.com/", "javascript:alert(1)", "data:text/plain,x", "ws://example.com/", "unix:///run/docker.sock",
        "https://user:secret@example.com/", "https://user@example.com/", "https://example.com@127.0.0.1/", "https://127.0.0.1@example.com/", "https://example.com%40127.0.0.1/", "https://:@example.com/",
        "https://127.0.0.1/", "https://127.0.0.1:8080/", "https://127.1/", "https://127.0.1/", "https://127.255.255.254/", "https://2130706433/", "https://017700000001/", "https://0x7f000001/",
        "https://0x7f.0.0.1/", "https://0177.0.0.1/", "https://0x7f.0x0.0x0.0x1/", "https://0177.0000.0000.0001/", "https://127.000.000.001/", "https://127.0.0.1./", "https://0/", "https://0.0.0.0/",
        "https://10.0.0.1/", "https://10.1/", "https://167772161/", "https://172.16.0.1/", "https://172.31.255.255/", "https://192.168.1.1/", "https://3232235777/", "https://0xc0a80101/",
        "https://169.254.169.254/metadata/instance", "https://2852039166/", "https://0xa9fea9fe/", "https://0251.0376.0251.0376/", "https://168.63.129.16/", "https://100.64.0.1/", "https://198.18.0.1/", "https://224.0.0.1/", "https://255.255.255.255/",
        "https://[::1]/", "https://[::]/", "https://[0:0:0:0:0:0:0:1]/", "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/", "https://[::127.0.0.1]/", "https://[::ffff:a9fe:a9fe]/", "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/", "https://[fe80::1]/", "https://[fe80::1%25eth0]/", "https://[fd00::1]/", "https://[ff02::1]/", "https://[2001:db8::1]/",
        "https://localhost/", "https://LOCALHOST/", "https://localhost./", "https://localhost.localdomain/", "https://intranet/", "https://metadata.google.internal/", "https://127.0.0.1.nip.io/",
        "https://localtest.me/", "https://\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3/", "https://127\u30020\u30020\u30021/", "https://\uff11\uff12\uff17.0.0.1/", "https://xn--bcher-kva.example/", "https://a.b.c.d.e.example:1/",
        "http://127.0.0.1/", "http://127.0.0.1:80/", "http://[::1]:80/", "http://2130706433/", "http://0x7f.1/", "http://0177.1/", "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/latest/meta-data/",
        "http://100.100.100.200/latest/meta-data/", "http://192.0.0.192/", "http://metadata/computeMetadata/v1/", "http://kubernetes.default.svc/", "http://host.docker.internal/", "http://user:pw@10.0.0.1/", "http://0/",
        "http://[::ffff:0:127.0.0.1]/", "http://[64:ff9b:1::a00:1]/", "http://[2002:a9fe:a9fe::]/", "http://[2001:0:7f00:1::]/", "http://[fec0::1]/", "http://[::ffff:10.0.0.1]/", "http://[100::1]/", "http://192.88.99.1/", "http://203.0.113.7/",
        "http://example.com:22/", "http://example.com:6379/", "http://example.com:25/", "https://example.com:2375/", "http://127.0.0.1#@example.com/", "http://127.0.0.1?@example.com/", "//127.0.0.1/", "\\\\127.0.0.1\\share",
    ];

    [Fact]
    public void There_are_enough_of_them() => Assert.InRange(((IEnumerable<object[]>)All).Count(trick => Uri.TryCreate((string)trick[0], UriKind.Absolute, out _)), 90, 200);
}
