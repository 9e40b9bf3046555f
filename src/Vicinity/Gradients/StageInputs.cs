namespace Vicinity;

/// <summary>What an objective is compared with in one stage of a run.</summary>
/// <param name="FirstIteration">The iteration before which the stage begins; 0 for the first.</param>
/// <param name="Inputs">What its gradient reads.</param>
internal sealed record StageInputs(int FirstIteration, GradientInputs Inputs);
