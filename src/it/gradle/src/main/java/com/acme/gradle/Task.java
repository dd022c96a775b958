package com.acme.gradle;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gradle.api.internal.tasks.testing.TestCompleteEvent;
import org.gradle.api.internal.tasks.testing.TestDescriptorInternal;
import org.gradle.api.internal.tasks.testing.TestResultProcessor;
import org.gradle.api.internal.tasks.testing.TestStartEvent;
import org.gradle.api.internal.tasks.testing.filter.TestFilterSpec;
import org.gradle.api.internal.tasks.testing.filter.TestSelectionMatcher;
import org.gradle.api.internal.tasks.testing.junitplatform.JUnitPlatformSpec;
import org.gradle.api.internal.tasks.testing.junitplatform.JUnitPlatformTestClassProcessor;
import org.gradle.api.internal.tasks.testing.worker.RemoteTestClassProcessor;
import org.gradle.api.internal.tasks.testing.worker.TestWorker;
import org.gradle.api.tasks.testing.TestFailure;
import org.gradle.api.tasks.testing.TestOutputEvent;
import org.gradle.internal.actor.ActorFactory;
import org.gradle.internal.id.IdGenerator;
import org.gradle.internal.remote.ObjectConnection;
import org.gradle.internal.service.DefaultServiceRegistry;
import org.gradle.internal.service.ServiceRegistry;
import org.gradle.internal.time.Clock;
import org.gradle.process.internal.worker.WorkerProcessContext;

/** A test task, whose worker is Gradle's own; only the connection to it is no socket. */
final class Task {

    private final TestFilterSpec filter;
    private final Path classes;
    private final Console console = new Console(System.out, System.err);

    private Task(TestFilterSpec filter, Path classes) {
        this.filter = filter;
        this.classes = classes;
    }

    /** Takes the folder of the test classes, and what follows {@code --tests}. */
    public static void main(String[] arguments) {
        Set<String> patterns = Set.copyOf(List.of(arguments).subList(1, arguments.length));
        new Task(new TestFilterSpec(Set.of(), Set.of(), patterns), Path.of(arguments[0])).run();
    }

    private void run() {
        JUnitPlatformSpec junit = new JUnitPlatformSpec(filter, Set.of(), Set.of(), Set.of(), Set.of(), false);
        new TestWorker(services -> new JUnitPlatformTestClassProcessor(
                        junit,
                        services.get(IdGenerator.class),
                        services.get(ActorFactory.class),
                        services.get(Clock.class)))
                .execute(new Context(connection()));
    }

    /** Takes what the worker offers, and gives it what happens. */
    private ObjectConnection connection() {
        RemoteTestClassProcessor[] worker = new RemoteTestClassProcessor[1];
        return (ObjectConnection) Proxy.newProxyInstance(
                Task.class.getClassLoader(), new Class<?>[] {ObjectConnection.class}, (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "addIncoming" -> worker[0] = (RemoteTestClassProcessor) arguments[1];
                        case "addOutgoing" -> {
                            return console;
                        }
                        case "connect" -> new Thread(() -> send(worker[0])).start();
                        default -> {}
                    }
                    return null;
                });
    }

    private void send(RemoteTestClassProcessor worker) {
        worker.startProcessing();
        try {
            names().filter(new TestSelectionMatcher(filter)::mayIncludeClass)
                    .forEach(name -> worker.processTestClass(() -> name));
        } finally {
            worker.stop();
        }
    }

    private Stream<String> names() {
        try (Stream<Path> files = Files.walk(classes)) {
            return files
                    .map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private record Context(ObjectConnection getServerConnection) implements WorkerProcessContext {

        @Override
        public Object getWorkerId() {
            return 1;
        }

        @Override
        public String getDisplayName() {
            return "Gradle Test Executor 1";
        }

        @Override
        public ClassLoader getApplicationClassLoader() {
            return Task.class.getClassLoader();
        }

        @Override
        public ServiceRegistry getServiceRegistry() {
            DefaultServiceRegistry services = new DefaultServiceRegistry();
            services.add(Clock.class, System::currentTimeMillis);
            return services;
        }
    }

    /** Prints what Gradle prints with {@code showStandardStreams}, and failures as its reports have them. */
    private record Console(PrintStream out, PrintStream err) implements TestResultProcessor {

        @Override
        public void started(TestDescriptorInternal test, TestStartEvent event) {}

        @Override
        public void completed(Object id, TestCompleteEvent event) {}

        @Override
        public void output(Object id, TestOutputEvent event) {
            (event.getDestination() == TestOutputEvent.Destination.StdErr ? err : out).print(event.getMessage());
        }

        @Override
        public void failure(Object id, TestFailure failure) {
            failure.getRawFailure().printStackTrace(out);
        }
    }
}
