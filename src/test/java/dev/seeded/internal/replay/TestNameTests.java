package dev.seeded.internal.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestNameTests {

    private static final String OUTER = "[engine:junit-jupiter]/[class:com.acme.OuterTest]";
    private static final String SUITE = "[engine:junit-platform-suite]/[suite:com.acme.AllTests]/";

    @ParameterizedTest
    @CsvSource({
        "/[nested-class:Inner]/[method:a()],/[nested-class:Inner]/[method:a()]",
        "/[test-template:b()]/[test-template-invocation:#2],/[test-template:b()]/[test-template-invocation:#2]",
        "/[test-factory:c()]/[dynamic-test:#3],/[test-factory:c()]",
        "/[test-factory:c()]/[dynamic-container:#1]/[dynamic-test:#3],/[test-factory:c()]",
    })
    void selectsTheTestOrTheFactoryOfADynamicOne(String test, String selected) {
        assertThat(name(OUTER + test).target(Selection.TEST).uniqueId()).isEqualTo(OUTER + selected);
        assertThat(name(OUTER + test).target(Selection.CLASS).uniqueId()).isEqualTo(OUTER);
        assertThat(name(OUTER + test).target(Selection.RUN).uniqueId()).isEqualTo("[engine:junit-jupiter]");
        assertThat(name(SUITE + OUTER + test).target(Selection.CLASS).uniqueId())
                .isEqualTo(SUITE + OUTER);
    }

    @ParameterizedTest
    @CsvSource({
        "/[nested-class:Inner],/[method:a()]",
        "/[nested-class-template:Inner],/[class-template-invocation:#2]/[method:a()]",
        "/[nested-class-template:Any]/[class-template-invocation:#1]/[nested-class:Inner],/[method:a()]"
    })
    void selectsTheNestedClassThatIsExploredApart(String type, String test) {
        String nested = OUTER + type;
        TestName explored = new TestName(
                "a test", "com.acme.OuterTest$Inner", Optional.empty(), nested + test, "com.acme.OuterTest$Inner");

        assertThat(explored.target(Selection.CLASS))
                .isEqualTo(new Target(Selection.CLASS, "com.acme.OuterTest$Inner", Optional.empty(), nested));
    }

    private static TestName name(String uniqueId) {
        return new TestName("a test", "com.acme.OuterTest$Inner", Optional.of("a"), uniqueId, "com.acme.OuterTest");
    }
}
