using System.Text;
using Xunit;
using static Vicinity.Tests.DataBytes;

namespace Vicinity.Tests;

/// <summary>Damaged files give numbers or a refusal that names the file: no other exception, no huge allocation.</summary>
public sealed class DataFuzzTests
{
    private const int Mutants = 3000;
    private const long MostBytes = 4_000_000;

    public static TheoryData<string, byte[]> Seeds => new()
    {
        { "f4.npy", Npy("<f4", "(3, 2)", BytesOf(1f, 2f, 3f, 4f, 5f, 6f)) },
        { "f8.npy", Npy(">f8", "(2, 2)", BytesOf(1.0, 2, 3, 4), fortranOrder: true, version: 2) },
        { "digits-idx3", Idx(8, [3, 2, 2], 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) },
        { "floats-idx2", Idx(0x0D, [1, 2], 0, 0, 0, 0, 0, 0, 0, 0) },
        { "digits.gz", Gzip(Idx(8, [3, 2, 2], 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)) },
        { "mixed.csv", Encoding.UTF8.GetBytes("id,\"a \"\"b\"\"\",t\n1,2.5,\"x,y\"\n2,-3e1,ü\n3,4,z\n") },
        { "german.csv", Encoding.UTF8.GetBytes("a;b\r\n1,5;2\r\n3;4,25\r\n") },
    };

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_mutated_file_is_read_or_refused(string name, byte[] seed)
    {
        SeededRandom random = new(seed.Length);
        int refused = 0;
        for (int k = 0; k < Mutants; k++)
        {
            byte[] mutant = Mutate(seed, random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            refused += IsRefused(mutant, name) ? 1 : 0;
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        }

        Assert.InRange(refused, Mutants / 20, Mutants);
        Assert.False(IsRefused(seed, name));
    }

    private static bool IsRefused(byte[] bytes, string name)
    {
        try
        {
            using DataFile file = DataFile.From(new MemoryStream(bytes), name);
            Table table = Table.Read(file, labels: null);
            Assert.All(ValuesOf(table.Features), value => Assert.True(float.IsFinite(value)));
            Assert.Equal(table.Features.Rows, table.RowNumbers.Count);
            return false;
        }
        catch (InvalidDataException exception)
        {
            Assert.StartsWith(name + ": ", exception.Message, StringComparison.Ordinal);
            return true;
        }
    }

    /// <summary>One to four changes: a bit, a byte, a telling byte, a cut, a doubled or a lost piece.</summary>
    private static byte[] Mutate(byte[] seed, SeededRandom random)
    {
        ReadOnlySpan<byte> telling = "\0\xFF\x7F,;\"\n\r\t'(){}:.-+eE09naN "u8;
        List<byte> bytes = [.. seed];
        for (int change = random.NextInt(4); change >= 0 && bytes.Count > 0; change--)
        {
            int at = random.NextInt(bytes.Count);
            int length = Math.Min(random.NextInt(8), bytes.Count - at);
            switch (random.NextInt(6))
            {
                case 0: bytes[at] ^= (byte)(1 << random.NextInt(8)); break;
                case 1: bytes[at] = (byte)random.NextInt(256); break;
                case 2: bytes[at] = telling[random.NextInt(telling.Length)]; break;
                case 3: bytes.RemoveRange(at, bytes.Count - at); break;
                case 4: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                default: bytes.RemoveRange(at, length); break;
            }
        }

        return [.. bytes];
    }
}
