package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import com.pholser.junit.quickcheck.Property;
import com.pholser.junit.quickcheck.generator.InRange;
import com.pholser.junit.quickcheck.runner.JUnitQuickcheck;
import org.junit.runner.RunWith;

@RunWith(JUnitQuickcheck.class)
public class BillQuickcheckTest {

    @Property(trials = 200)
    public void keepsEveryCentBefore(
            @InRange(minInt = 0, maxInt = 10_000) int cents, @InRange(minInt = 1, maxInt = 9) int guests) {
        assertThat(Bill.split(cents, guests).stream().mapToInt(share -> share).sum())
                .isEqualTo(cents);
    }
}
