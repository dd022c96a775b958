package dev.seeded.internal.jvm;

/** What is said where the agent is needed, and there is none. */
public final class MissingAgent {

    private static final String MESSAGE = """
            the agent, and this JVM was started without it.

            Maven: add to the <plugins> of the pom
              <plugin>
                <artifactId>maven-dependency-plugin</artifactId>
                <executions>
                  <execution>
                    <goals><goal>properties</goal></goals>
                  </execution>
                </executions>
              </plugin>
              <plugin>
                <artifactId>maven-surefire-plugin</artifactId>
                <configuration>
                  <argLine>@{argLine} -javaagent:${dev.seeded:seeded:jar}</argLine>
                </configuration>
              </plugin>
            Also add an empty <argLine/> to the <properties>, unless a plugin sets argLine.

            Gradle: add to the build file
              tasks.withType(Test).configureEach {
                jvmArgumentProviders.add({
                  ["-javaagent:${classpath.find { it.name.startsWith('seeded-') }}".toString()]
                } as CommandLineArgumentProvider)
              }
            or, in Kotlin
              tasks.withType<Test>().configureEach {
                jvmArgumentProviders.add(CommandLineArgumentProvider {
                  listOf("-javaagent:${classpath.first { it.name.startsWith("seeded-") }}")
                })
              }

            Elsewhere: start the JVM with -javaagent: and the path of the seeded jar""";

    private MissingAgent() {}

    /** Returns how to start a JVM with the agent, for what needs it. */
    public static String message(String what) {
        return what + (what.contains(" and ") ? " need " : " needs ") + MESSAGE;
    }
}
