/**
 * The documentation's examples, and tests that keep the two equal: {@link dev.seeded.docs.ExampleTests} for code, {@link
 * dev.seeded.docs.OutputTests} for output, {@link dev.seeded.docs.LinkTests} for links.
 */
package dev.seeded.docs;
