package com.acme;

final class Limit {

    static final long ZERO = 0;

    private Limit() {}
}
