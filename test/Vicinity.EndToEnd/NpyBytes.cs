using System.Text;

namespace Vicinity.EndToEnd;

/// <summary>Makes npy files by hand, good and bad ones.</summary>
internal static class NpyBytes
{
    public static byte[] Of(string type, string shape, int payloadBytes, string magic = "\x93NUMPY")
    {
        string header = $"{{'descr': '{type}', 'fortran_order': False, 'shape': {shape}, }}".PadRight(117) + "\n";
        byte[] payload = new byte[payloadBytes];
        return [.. Encoding.Latin1.GetBytes(magic), 1, 0, (byte)header.Length, 0, .. Encoding.Latin1.GetBytes(header), .. payload];
    }

    public static byte[] OfFloats(string shape, params float[] values)
    {
        byte[] file = Of("<f4", shape, 4 * values.Length);
        Buffer.BlockCopy(values, 0, file, file.Length - (4 * values.Length), 4 * values.Length);
        return file;
    }
}
