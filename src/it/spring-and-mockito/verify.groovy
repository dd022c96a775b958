def build = evaluate(new File(support, 'Build.groovy'))

assert build.console =~ /Tests run: 3, Failures: 1, Errors: 0/
build.replays(['drawsZero'])
