package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import dev.seeded.Seeded;
import dev.seeded.Seeded.Global;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.datafaker.Faker;
import org.apache.commons.lang3.RandomStringUtils;
import org.instancio.Instancio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.mockito.MockedStatic;

@Seeded(global = Global.SEED)
class LibrariesTest {

    record Person(String name, int age, LocalDate born, List<String> tags) {}

    private Object drawn = "";

    @Test
    void strings() {
        drawn = List.of(
                RandomStringUtils.insecure().nextAlphanumeric(20),
                RandomStringUtils.secure().nextAlphanumeric(20),
                RandomStringUtils.secureStrong().nextAlphanumeric(20));
    }

    @Test
    void initializers() {
        drawn = List.of(Tables.SEEDS, Tables.MORE);
    }

    /** Draws when it is first used, whichever test that does. */
    private static final class Tables {

        static final List<Long> SEEDS = new SecureRandom().longs(3).boxed().toList();
        static final double MORE = Math.random();
    }

    @Test
    void fakes() {
        Faker faker = new Faker();
        drawn = List.of(
                faker.name().fullName(),
                faker.address().city(),
                faker.internet().uuid());
    }

    @Test
    void creates() {
        drawn = Instancio.create(Person.class);
    }

    @Test
    void kotlinRandom() {
        drawn = List.of(
                kotlin.random.Random.Default.nextInt(),
                kotlin.collections.CollectionsKt.shuffled(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9)));
    }

    @Test
    void kotlinUuid() {
        drawn = kotlin.uuid.Uuid.Companion.random();
    }

    @Test
    void keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        drawn = ((RSAPublicKey) generator.generateKeyPair().getPublic()).getModulus();
    }

    @Test
    @SuppressWarnings("unchecked")
    void mocks() {
        double before = Math.random();
        Map<String, UUID> map = mock(Map.class);
        UUID id = UUID.randomUUID();
        when(map.get("id")).thenReturn(id);
        drawn = List.of(before, map.get("id"), new java.util.Random().nextInt());
    }

    @Test
    void mocksStatics() {
        UUID fixed = new UUID(1, 2);
        UUID free;
        try (MockedStatic<UUID> mocked = mockStatic(UUID.class)) {
            mocked.when(UUID::randomUUID).thenReturn(fixed);
            assertEquals(fixed, UUID.randomUUID());
        }
        free = UUID.randomUUID();
        drawn = free;
    }

    @AfterEach
    void keep(TestInfo test) throws IOException {
        Files.writeString(
                Path.of(System.getProperty("draws")),
                test.getTestMethod().orElseThrow().getName() + "=" + drawn + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
