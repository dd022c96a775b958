def build = evaluate(new File(support, 'Build.groovy'))

assert build.console =~ /Tests run: 3, Failures: 0, Errors: 2, Skipped: 0/
assert !build.console.contains('a body ran')
def failures = build.console.readLines().findAll { it =~ /^\S+Exception: / }
assert failures.size() == 2
assert failures.every { it.contains("'abc' (system property seed) is not a seed") }
