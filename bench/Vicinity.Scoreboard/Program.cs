using Vicinity.Scoreboard;

if (args is ["judge", var folder, var results])
{
    File.WriteAllLines(results, [Score.Header, .. ScoreFolder.Judge(folder).Select(score => score.ToLine())]);
    return 0;
}

if (args is ["table", var file, .. var pages])
{
    Score[] scores = Score.Read(file);
    Console.WriteLine(ScoreTable.Of(scores));
    foreach (string page in pages)
    {
        File.WriteAllText(page, ScoreTable.PutInto(File.ReadAllText(page), scores));
    }

    return 0;
}

Console.Error.WriteLine("judge FOLDER RESULTS.csv: judges the maps that bench/scoreboard.sh left in a folder\ntable RESULTS.csv [PAGE.md ...]: prints the table, and puts it into pages");
return 2;
