def build = evaluate(new File(support, 'Build.groovy'))

build.replays(['sumsUp'])
build.replays(['sumsUp'], from: 'web', output: build.sh('mvn test -f ../pom.xml', 'web'))
