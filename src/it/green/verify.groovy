def build = evaluate(new File(support, 'Build.groovy'))

assert build.console.contains('Tests run: 2, Failures: 0, Errors: 0')
assert build.announcements(build.console).size() == 1
assert build.notes(build.console).empty
