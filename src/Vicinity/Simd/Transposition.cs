using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vicinity;

/// <summary>Exchanges rows and columns of 16 x 16 numbers; nothing is computed, so the bits are those of any machine.</summary>
internal static unsafe class Transposition
{
    private const int Side = 16;

    /// <param name="from">The first of sixteen rows of sixteen numbers.</param>
    /// <param name="fromStride">Way from one row to the next.</param>
    /// <param name="to">Where the first column goes, as a row.</param>
    /// <param name="toStride">Way from one row to the next.</param>
    public static void Run(float* from, nint fromStride, float* to, nint toStride)
    {
        if (Avx512F.IsSupported)
        {
            ByVectors(from, fromStride, to, toStride);
            return;
        }

        for (int i = 0; i < Side; i++)
        {
            for (int j = 0; j < Side; j++)
            {
                to[(j * toStride) + i] = from[(i * fromStride) + j];
            }
        }
    }

    /// <summary>Four by four inside each quarter of the vectors, then the quarters among each other.</summary>
    [MethodImpl(HotLoop.Alone)]
    [SkipLocalsInit]
    private static void ByVectors(float* from, nint fromStride, float* to, nint toStride)
    {
        float* space = stackalloc float[(Side * Side) + Side];
        float* quarters = (float*)(((nint)space + 63) & ~63);
        for (int group = 0; group < 4; group++)
        {
            float* rows = from + (4 * group * fromStride);
            Vector512<float> a = Vector512.Load(rows);
            Vector512<float> b = Vector512.Load(rows + fromStride);
            Vector512<float> c = Vector512.Load(rows + (2 * fromStride));
            Vector512<float> d = Vector512.Load(rows + (3 * fromStride));
            Vector512<double> abLow = Avx512F.UnpackLow(a, b).AsDouble();
            Vector512<double> abHigh = Avx512F.UnpackHigh(a, b).AsDouble();
            Vector512<double> cdLow = Avx512F.UnpackLow(c, d).AsDouble();
            Vector512<double> cdHigh = Avx512F.UnpackHigh(c, d).AsDouble();
            Avx512F.UnpackLow(abLow, cdLow).AsSingle().Store(quarters + (16 * group));
            Avx512F.UnpackHigh(abLow, cdLow).AsSingle().Store(quarters + (16 * (group + 4)));
            Avx512F.UnpackLow(abHigh, cdHigh).AsSingle().Store(quarters + (16 * (group + 8)));
            Avx512F.UnpackHigh(abHigh, cdHigh).AsSingle().Store(quarters + (16 * (group + 12)));
        }

        // Vector 4 c + g of quarters holds, for columns c, 4 + c, 8 + c and 12 + c, the rows 4 g ... 4 g + 3.
        for (int c = 0; c < 4; c++)
        {
            Vector512<float> first = Vector512.Load(quarters + (64 * c));
            Vector512<float> second = Vector512.Load(quarters + (64 * c) + 16);
            Vector512<float> third = Vector512.Load(quarters + (64 * c) + 32);
            Vector512<float> fourth = Vector512.Load(quarters + (64 * c) + 48);
            Vector512<float> low = Avx512F.Shuffle4x128(first, second, 0b01_00_01_00);
            Vector512<float> high = Avx512F.Shuffle4x128(first, second, 0b11_10_11_10);
            Vector512<float> laterLow = Avx512F.Shuffle4x128(third, fourth, 0b01_00_01_00);
            Vector512<float> laterHigh = Avx512F.Shuffle4x128(third, fourth, 0b11_10_11_10);
            Avx512F.Shuffle4x128(low, laterLow, 0b10_00_10_00).Store(to + (c * toStride));
            Avx512F.Shuffle4x128(low, laterLow, 0b11_01_11_01).Store(to + ((c + 4) * toStride));
            Avx512F.Shuffle4x128(high, laterHigh, 0b10_00_10_00).Store(to + ((c + 8) * toStride));
            Avx512F.Shuffle4x128(high, laterHigh, 0b11_01_11_01).Store(to + ((c + 12) * toStride));
        }
    }
}
