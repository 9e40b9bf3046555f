using System.Text;

using FsCheck;
using FsCheck.Fluent;

using Xunit;

namespace Vicinity.Tests;

/// <summary>Models and states of any data and options go through their files and come back the same.</summary>
public sealed class RoundTripTests
{
    private static readonly Arbitrary<(AnyData Data, EmbeddingOptions Options)> Runs =
        (from data in AnyData.Gen(1, 50) from options in AnyOptions.Gen select (data, options)).ToArbitrary();

    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(150);

    [Fact]
    public void A_model_comes_back_in_every_byte_and_places_rows_alike()
    {
        int tried = 0;
        Prop.ForAll(Runs, run =>
        {
            if (AnyOptions.Prepare(run.Data, run.Options) is not { } prepared || !Completes(prepared))
            {
                return;
            }

            EmbeddingModel model = prepared.Finish();
            byte[] file = Bytes(model, includesData: run.Data.Seed % 4 > 0);
            EmbeddingModel back = EmbeddingModel.Load(new MemoryStream(file), "model");
            byte[] again = Bytes(back, includesData: true);
            Assert.Equal(Sections(file), Sections(again));
            Assert.Equal(file, again);
            Assert.Equal(DataBytes.ValuesOf(model.Map), DataBytes.ValuesOf(back.Map));
            Assert.Equal((model.Loss, model.NullLoss, model.Iterations, model.Report), (back.Loss, back.NullLoss, back.Iterations, back.Report));
            Assert.Equal(model.LearnedParameters, back.LearnedParameters);
            Assert.Equal(model.Warnings, back.Warnings);
            tried += back.CanTransform && PlacesAlike(model, back, run.Data.Matrix) ? 1 : 0;
        }).Check(Often);
        Assert.InRange(tried, 20, 150);
    }

    [Fact]
    public void A_state_goes_on_in_another_process_as_it_would_have_here()
    {
        int tried = 0;
        Prop.ForAll(Runs, run =>
        {
            if (AnyOptions.Prepare(run.Data, run.Options) is not { } whole)
            {
                return;
            }

            int at = run.Data.Seed % 8;
            RunState? state = null;
            try
            {
                whole.CompleteWith(null, () => state = whole.Run.Iteration == at ? whole.Save() : state, default);
            }
            catch (InvalidOperationException)
            {
                return;     // a step left the range of numbers
            }

            state ??= whole.Save();
            using MemoryStream file = new();
            SectionFormat.Write(file, "run", state.Sections.All);
            PreparedEmbedding resumed = NeighborEmbedding.Prepare(run.Data.Matrix, run.Options with { Threads = 1 });
            resumed.Restore(RunState.Read(new MemoryStream(file.ToArray()), "state"));
            resumed.Complete();
            Assert.Equal(DataBytes.ValuesOf(whole.Run.Snapshot()), DataBytes.ValuesOf(resumed.Run.Snapshot()));
            Assert.Equal((whole.Run.Iteration, whole.Run.Loss), (resumed.Run.Iteration, resumed.Run.Loss));
            Assert.Equal(whole.Run.LearnedParameters, resumed.Run.LearnedParameters);
            tried++;
        }).Check(Often);
        Assert.InRange(tried, 40, 150);
    }

    /// <summary>Rows get the same bits alone, in any batch and order, from the model and from its file.</summary>
    private static bool PlacesAlike(EmbeddingModel model, EmbeddingModel back, Matrix rows)
    {
        Matrix fresh = Matrix.Create(7, rows.Columns, (i, row) => Fill(rows, i, row));
        PlacedRows whole;
        try
        {
            whole = model.Place(fresh);
        }
        catch (ArgumentException)
        {
            return false;     // such as a row without a direction where all others have one
        }

        int[] order = Clouds.Shuffle(7, rows.Rows);
        PlacedRows turned = back.Place(fresh.Select(order), threads: 1);
        for (int i = 0; i < order.Length; i++)
        {
            PlacedRows alone = back.Place(fresh.Select([order[i]]));
            foreach ((PlacedRows placed, int at) in ((PlacedRows, int)[])[(turned, i), (alone, 0)])
            {
                Assert.True(whole.Map.Row(order[i]).SequenceEqual(placed.Map.Row(at)));
                Assert.Equal(whole.Novelty[order[i]], placed.Novelty[at]);
            }
        }

        return true;
    }

    /// <summary>Rows of the data, copies of each other, rows beside them and rows far away.</summary>
    private static void Fill(Matrix rows, int i, Span<float> row)
    {
        rows.Row(i % rows.Rows).CopyTo(row);
        for (int d = 0; d < row.Length && i is 2 or 3 or 6; d++)
        {
            row[d] = i == 6 ? 100 * (row[d] + 1) : 1.01f * rows[0, d];
        }
    }

    /// <summary>Names, and texts or numbers, as a failing test shows them.</summary>
    private static string[] Sections(byte[] file) => [.. SectionFormat.Read(new MemoryStream(file), "file", "model").All
        .Select(section => $"{section.Name} {(section.Type == SectionType.Text ? Encoding.UTF8.GetString(section.Bytes) : Convert.ToHexStringLower(section.Bytes))}")];

    private static bool Completes(PreparedEmbedding prepared)
    {
        try
        {
            prepared.Complete();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;     // a step left the range of numbers
        }
    }

    private static byte[] Bytes(EmbeddingModel model, bool includesData)
    {
        using MemoryStream stream = new();
        model.Save(stream, includesData);
        return stream.ToArray();
    }
}
