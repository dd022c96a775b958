package dev.seeded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Seeded
class CartTest {

    static String receipt(Map<String, Integer> cart) {
        StringBuilder text = new StringBuilder();
        for (String item : cart.keySet()) {
            text.append(cart.get(item)).append(' ').append(item).append('\n');
        }
        return text.toString();
    }

    @Test
    void receiptListsAllItems() {
        Map<String, Integer> cart = new HashMap<>();
        cart.put("apple", 3);
        cart.put("bread", 1);
        cart.put("milk", 2);

        assertThat(receipt(cart)).isEqualTo("3 apple\n1 bread\n2 milk\n");
    }
}
