def build = evaluate(new File(support, 'Build.groovy'))

// The line names the module that ran the test, and brings it back there.
assert build.console.contains("-pl :app -am -D")
build.replays(['drawsZero'])
