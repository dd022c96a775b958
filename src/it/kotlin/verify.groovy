def build = evaluate(new File(support, 'Build.groovy'))

assert build.console =~ /Tests run: 4, Failures: 2, Errors: 0/
build.replays(["draws zero, doesn't it", 'draws a Kotlin zero'])
