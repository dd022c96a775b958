package dev.seeded.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** Accounts by the name of their owner. */
final class Bank {

    private final Map<String, Integer> balances = new LinkedHashMap<>();

    void open(String owner, int balance) {
        balances.merge(owner, balance, Integer::sum);
    }

    /** Transfers money if there is enough of it. */
    void transfer(String from, String to, int amount) {
        int source = balances.get(from);
        int target = balances.get(to);
        if (amount <= source) {
            balances.put(from, source - amount);
            // The bug: both may be the same.
            balances.put(to, target + amount);
        }
    }

    int total() {
        return balances.values().stream().mapToInt(balance -> balance).sum();
    }

    @Override
    public String toString() {
        return balances.toString();
    }
}
