package com.acme;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import org.junit.jupiter.api.Test;

class BillQuickTheoriesTest {

    @Test
    void keepsEveryCentBefore() {
        qt().withExamples(200)
                .forAll(integers().between(0, 10_000), integers().between(1, 9))
                .check((cents, guests) -> Bill.split(cents, guests).stream()
                                .mapToInt(share -> share)
                                .sum()
                        == cents);
    }
}
