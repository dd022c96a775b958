package dev.seeded.docs;

record Money(long cents) {}
