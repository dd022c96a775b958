package dev.seeded.internal.jvm;

import dev.seeded.internal.jvm.hooks.RunningScope;
import dev.seeded.internal.jvm.hooks.RunningScopes;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Calls the hooks. It is compiled against those of this library and never loaded so: {@link JvmSeeding} defines it with the
 * names that the agent gave to its copy of them, so that each call has the types that the compiler checked.
 */
final class HookCalls implements Hooks {

    HookCalls() {}

    @Override
    public Object enter(JvmScope test) {
        return RunningScopes.enter(new RunningScope(
                test.seed(),
                test.seeds(),
                test.detects(),
                test.orders(),
                test.places(),
                test.clock(),
                test.runSeed(),
                test.report(),
                test.recorder()));
    }

    @Override
    public void exit(Object entered) {
        RunningScopes.exit((RunningScope) entered);
    }

    @Override
    public boolean isUsed(Object entered) {
        return ((RunningScope) entered).isUsed();
    }

    @Override
    public boolean haveInitializersDrawn() {
        return RunningScopes.haveInitializersDrawn();
    }

    @Override
    public @Nullable Long current() {
        return RunningScopes.current();
    }

    @Override
    public void installed(String failed) {
        RunningScopes.installed(failed);
    }

    @Override
    public @Nullable String failed() {
        return RunningScopes.failed();
    }

    @Override
    public void onDemand(UnaryOperator<String> installer) {
        RunningScopes.onDemand(installer);
    }

    @Override
    public String install(String hook) {
        return RunningScopes.install(hook);
    }

    @Override
    public void iterateImmutable(long salt, boolean reverse) {
        RunningScopes.iterateImmutable(salt, reverse);
    }
}
