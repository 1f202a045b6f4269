package net.bpsolutions.sending.local.launch;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Replaces the JVM's own answer to a signal, which is to run every shutdown hook at once and in no order.
 *
 * <p>By reflection: {@code sun.misc.Signal} is there in every JDK, but the compiler warns of it and cannot be told not to.
 */
final class Signals {

    private Signals() {}

    /** Runs {@code reaction} on Ctrl-C, on SIGTERM and when the terminal is closed. */
    static void onStop(Runnable reaction) {
        for (String name : List.of("INT", "TERM", "HUP")) {
            handle(name, reaction);
        }
    }

    private static void handle(String name, Runnable reaction) {
        InvocationHandler invocation = (proxy, method, arguments) -> switch (method.getName()) {
            case "handle" -> {
                reaction.run();
                yield null;
            }
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
            default -> "stop on " + name;
        };
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, invocation);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This JVM does not let " + name + " be handled.", e);
        }
    }
}
