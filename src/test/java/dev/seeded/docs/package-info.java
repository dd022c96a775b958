/** The README's examples; {@link dev.seeded.docs.ReadmeTests} keeps the two equal. */
package dev.seeded.docs;
