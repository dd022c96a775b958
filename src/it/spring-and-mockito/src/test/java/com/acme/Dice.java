package com.acme;

import java.util.Random;

class Dice {

    int roll(Random random) {
        return 1 + random.nextInt(6);
    }
}
