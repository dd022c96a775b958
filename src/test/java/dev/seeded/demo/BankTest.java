package dev.seeded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.datafaker.Faker;
import org.junit.jupiter.api.Test;

@Seeded
class BankTest {

    @Test
    void transfersMakeNoMoney(@Seeded Faker faker, Random random) {
        Bank bank = new Bank();
        List<String> owners = new ArrayList<>();
        List<String> done = new ArrayList<>();
        int accounts = random.nextInt(1, 20);
        for (int account = 0; account < accounts; account++) {
            owners.add(faker.name().firstName());
            bank.open(owners.get(account), random.nextInt(1_000));
        }
        int total = bank.total();
        int transfers = random.nextInt(100);
        for (int at = 0; at < transfers; at++) {
            String from = owners.get(random.nextInt(owners.size()));
            String to = owners.get(random.nextInt(owners.size()));
            int amount = random.nextInt(1_000);
            done.add(from + " pays " + to + " " + amount);
            bank.transfer(from, to, amount);
        }
        assertThat(bank.total()).as("%s after %s", bank, done).isEqualTo(total);
    }
}
