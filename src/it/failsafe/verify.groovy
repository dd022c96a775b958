def build = evaluate(new File(support, 'Build.groovy'))

build.replays(['drawsZero'])
