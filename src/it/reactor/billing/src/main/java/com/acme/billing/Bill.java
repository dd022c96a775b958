package com.acme.billing;

public final class Bill {

    private Bill() {}

    public static int sum(int net, int tax) {
        return net + tax / 100 * 100;
    }
}
