package com.acme.gradle;

import java.io.File;
import java.util.Map;
import org.gradle.api.Project;
import org.gradle.api.tasks.testing.Test;
import org.gradle.testfixtures.ProjectBuilder;

/** Prints the options that Gradle starts the JVM of the tests with. */
final class TestOptions {

    private TestOptions() {}

    /** Takes the folder of a project, a build script, and a jar that the tests have on their class path. */
    public static void main(String[] arguments) {
        Project project =
                ProjectBuilder.builder().withProjectDir(new File(arguments[0])).build();
        project.getPluginManager().apply("java");
        project.getDependencies().add("testImplementation", project.files(arguments[2]));
        project.apply(Map.of("from", arguments[1]));
        Test test = (Test) project.getTasks().getByName("test");
        System.out.println(String.join("\n", test.getAllJvmArgs()));
        // Gradle's pools of threads would go on.
        System.exit(0);
    }
}
