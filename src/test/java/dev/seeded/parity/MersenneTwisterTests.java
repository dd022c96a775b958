package dev.seeded.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MersenneTwisterTests {

    private final MersenneTwister twister = new MersenneTwister();

    @Test
    void seededByAnArrayDrawsWhatItsAuthorsPublished() {
        twister.seed(new int[] {0x123, 0x234, 0x345, 0x456});

        assertThat(IntStream.generate(twister::nextInt).limit(5).mapToObj(Integer::toUnsignedLong))
                .containsExactly(1067595299L, 955945823L, 477289528L, 4107218783L, 4228976476L);
    }

    @Test
    void seededByAWordDrawsWhatTheCppStandardDemands() {
        twister.seed(5489);

        IntStream.range(1, 10_000).forEach(i -> twister.nextInt());
        assertThat(Integer.toUnsignedLong(twister.nextInt())).isEqualTo(4123659995L);
    }
}
