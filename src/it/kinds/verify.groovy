def build = evaluate(new File(support, 'Build.groovy'))

build.replays(['parameterized', 'repeated', 'dynamic', 'nested'])
