package dev.seeded.internal.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Golden vectors, computed by a second implementation of what {@link Derivation} documents: a change here changes the data of every test of every user.
 */
class DerivationTests {

    @ParameterizedTest
    @CsvSource({
        "0,'',4964578127960768432",
        "0,/[class:com.acme.DiceTest],2932117135869047361",
        "1,/[class:com.acme.DiceTest],8380486071701764066",
        "10,/[class:com.acme.DiceTest]/[method:rolls(java.util.Random)],-2605181180188607834",
        "11,/[class:com.acme.DiceTest]/[method:rolls(java.util.Random)],-2873798188223898534",
        "-1,/[class:com.acme.DiceTest]/[method:rolls(java.util.Random)],-3503632953741372724",
        "-9223372036854775808,/[class:com.acme.DiceTest]/[method:rolls(java.util.Random)],-7753358256139894078",
        "4821093847561029,/[class:com.acme.DiceTest]/[nested-class:Loaded]/[test-template:rolls()]/[test-template-invocation:#3],-6100348880363920963",
        "42,/[class:Würfel😀],691588191118781719",
    })
    void derivesTestSeeds(long runSeed, String identity, long testSeed) {
        assertThat(Derivation.testSeed(runSeed, identity)).isEqualTo(testSeed);
    }

    @ParameterizedTest
    @CsvSource({
        "0,'',-3030757993603631067",
        "42,left,9091232325330072200",
        "42,right,-9166725685641817447",
        "-1,SecureRandom,-2698547175065020181",
        "-9223372036854775808,subsystem 7,6977655646008511527",
        "42,7,9132623187613794252",
    })
    void derivesNamedStreams(long seed, String name, long stream) {
        assertThat(Derivation.stream(seed, name)).isEqualTo(stream);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,4054333711111971272",
        "42,7,-6111499642997921453",
        "42,8,-8605251214320874154",
        "42,-1,-6370955181077554941",
        "-1,0,9181791795907568508",
        "-9223372036854775808,9223372036854775807,-6697609257955180189",
    })
    void derivesNumberedStreams(long seed, long index, long stream) {
        assertThat(Derivation.stream(seed, index)).isEqualTo(stream);
    }

    @ParameterizedTest
    @CsvSource({
        "0,locale,-5681672707274186964",
        "42,locale tr-TR,-3511890603180994461",
        "42,zone Asia/Kolkata,-7027347935280147105",
        "-1,zone,-4102323570323563991",
        "-9223372036854775808,locale und,2250442813976226296",
    })
    void derivesSurroundings(long runSeed, String name, long number) {
        assertThat(Derivation.surroundings(runSeed, name)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "0,'',8733019937648236983",
        "42,com.acme.DiceTest,-5427940703998809642",
        "42,com.acme.DiceTest#rolls(java.util.Random),-942363985807348976",
        "-1,com.acme.DiceTest#Würfel(),-1733298620462487307",
        "4821093847561029,com.acme.CacheTest#fills(),-2196927939622918913",
    })
    void derivesKeysOfOrders(long runSeed, String name, long key) {
        assertThat(Derivation.orderKey(runSeed, name)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "0,1,7943192397239211",
        "42,1,6896657548126467",
        "42,2,3855443530837512",
        "42,1999,2488882027522027",
        "4821093847561029,1,6549513083773571",
        "-9223372036854775808,7,6320928325640678",
    })
    void derivesRunSeedsOfAnExploration(long first, long number, long runSeed) {
        assertThat(Derivation.runSeed(first, number)).isEqualTo(runSeed);
    }

    @Test
    void keepsPurposesApart() {
        assertThat(LongStream.of(
                        42,
                        Derivation.testSeed(42, "7"),
                        Derivation.stream(42, "7"),
                        Derivation.surroundings(42, "7"),
                        Derivation.stream(42, 7),
                        Derivation.stream(42, '7')))
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsNamesApart() {
        assertThat(List.of(
                                "",
                                "\0",
                                "\0\0",
                                "\0\0\0\0",
                                "a",
                                "a\0",
                                "aa",
                                "Aa",
                                "BB",
                                "abcd",
                                "abcd\0",
                                "abc",
                                "bcda",
                                "Ａ")
                        .stream()
                        .map(name -> Derivation.stream(42, name)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1, Long.MIN_VALUE, Long.MAX_VALUE})
    void hasNoSpecialSeed(long seed) {
        assertThat(LongStream.of(
                        seed,
                        Derivation.testSeed(seed, ""),
                        Derivation.testSeed(seed, "/[class:com.acme.DiceTest]"),
                        Derivation.stream(seed, ""),
                        Derivation.stream(seed, 7)))
                .doesNotHaveDuplicates();
    }
}
