package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.when;

import dev.seeded.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mock;
import org.mockito.Mockito;
import org.mockito.junit.jupiter.MockitoExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@Seeded
@SpringBootTest(classes = Dice.class)
@ExtendWith(MockitoExtension.class)
class SideBySideTest {

    @Autowired
    Dice dice;

    @MockitoBean
    Random bean;

    @Seeded
    Random seeded;

    @Test
    void injectsFieldsSideBySide(ApplicationContext context) {
        assertSame(context.getBean(Dice.class), dice);
        assertSame(context.getBean(Random.class), bean);
        assertTrue(Mockito.mockingDetails(bean).isMock());
        assertFalse(Mockito.mockingDetails(seeded).isMock());
    }

    @Test
    void injectsParametersSideBySide(@Autowired Dice dice, @Autowired Random bean, @Mock Random mock, Random random) {
        when(mock.nextInt(6)).thenReturn(5);
        assertEquals(6, dice.roll(mock));
        assertSame(this.bean, bean);
        assertSame(seeded, random);
        assertNotNull(dice);
    }

    @Test
    void drawsZero(@Mock Random mock, Random random) {
        assertEquals(mock.nextLong(), random.nextLong());
    }
}
