using System.Reflection;
using System.Reflection.Emit;
using Tensorflow.Devices;

namespace FashionGanTf.Benchmarks.Profiling;

/// <summary>
/// The class of devices that listen, made while the program runs: it overrides each virtual method f of <see cref="Device"/> with
/// <c>Listener.Begin("f", [arguments]); result = Behind.f(arguments); Listener.End(); return result;</c>
/// </summary>
internal static class ListeningDeviceType
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Type s_type = Make();

    /// <summary>A device in front of another.</summary>
    internal static Device Of(Device behind, CallTimes listener) => (Device)Activator.CreateInstance(s_type, behind, listener)!;

    private static Type Make()
    {
        // The name is one that TensorFlow.Managed and this program let see their insides.
        var assembly =
            AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("FashionGan.Benchmarks.Listening"), AssemblyBuilderAccess.Run);
        var type =
            assembly.DefineDynamicModule("main").DefineType("EmittedListeningDevice", TypeAttributes.Sealed, typeof(ListeningDevice));
        Type[] parameters = [typeof(Device), typeof(CallTimes)];
        var code = type.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, parameters).GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Ldarg_2);
        code.Emit(OpCodes.Call, typeof(ListeningDevice).GetConstructors(Any | BindingFlags.Public).Single());
        code.Emit(OpCodes.Ret);
        // Memory is not a computation: what is protected stays the device's own affair.
        foreach (var method in typeof(Device).GetMethods(Any).Where(method => method is { IsAbstract: true, IsFamily: false }))
            Override(type, method);
        return type.CreateType();
    }

    private static void Override(TypeBuilder type, MethodInfo method)
    {
        var parameters = method.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        var made = type.DefineMethod(
            method.Name, (method.Attributes & MethodAttributes.MemberAccessMask) | MethodAttributes.Virtual | MethodAttributes.HideBySig,
            method.ReturnType, parameters);
        var code = made.GetILGenerator();
        LoadField(code, nameof(ListeningDevice.Listener));
        code.Emit(OpCodes.Ldstr, method.Name);
        code.Emit(OpCodes.Ldc_I4, parameters.Length);
        code.Emit(OpCodes.Newarr, typeof(object));
        for (var i = 0; i < parameters.Length; i++)
        {
            // A span cannot be an object.
            if (parameters[i].IsByRefLike)
                continue;
            code.Emit(OpCodes.Dup);
            code.Emit(OpCodes.Ldc_I4, i);
            code.Emit(OpCodes.Ldarg, i + 1);
            if (parameters[i].IsValueType)
                code.Emit(OpCodes.Box, parameters[i]);
            code.Emit(OpCodes.Stelem_Ref);
        }

        code.Emit(OpCodes.Callvirt, Listener(nameof(CallTimes.Begin)));
        LoadField(code, nameof(ListeningDevice.Behind));
        for (var i = 0; i < parameters.Length; i++)
            code.Emit(OpCodes.Ldarg, i + 1);
        code.Emit(OpCodes.Callvirt, method);
        // A result stays on the stack.
        LoadField(code, nameof(ListeningDevice.Listener));
        code.Emit(OpCodes.Callvirt, Listener(nameof(CallTimes.End)));
        code.Emit(OpCodes.Ret);
        type.DefineMethodOverride(made, method);
    }

    private static void LoadField(ILGenerator code, string name)
    {
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldfld, typeof(ListeningDevice).GetField(name, Any)!);
    }

    private static MethodInfo Listener(string name) => typeof(CallTimes).GetMethod(name, Any)!;
}
