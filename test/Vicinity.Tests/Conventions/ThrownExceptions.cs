using System.Reflection;

namespace Vicinity.Tests;

/// <summary>The exceptions that the code of a method itself creates, read from its compiled form.</summary>
internal static class ThrownExceptions
{
    private const byte Call = 0x28;
    private const byte NewObject = 0x73;

    public static IEnumerable<Type> In(MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int at = 0; at + 4 < code.Length; at++)
        {
            if (code[at] is Call or NewObject && Target(method, BitConverter.ToInt32(code, at + 1)) is { } target
                && typeof(Exception).IsAssignableFrom(target.DeclaringType)
                && (target.IsConstructor || target.Name.StartsWith("Throw", StringComparison.Ordinal)))
            {
                yield return target.DeclaringType!;
            }
        }
    }

    /// <summary>The method behind a token; null where the bytes only looked like a call.</summary>
    private static MethodBase? Target(MethodBase method, int token)
    {
        try
        {
            return (token >> 24) is 0x06 or 0x0A or 0x2B
                ? method.Module.ResolveMethod(
                    token,
                    method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
                    method.IsGenericMethod ? method.GetGenericArguments() : null)
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
