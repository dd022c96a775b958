def build = evaluate(new File(support, 'Build.groovy'))

build.replays(['sumsUp'])
build.replays(['sumsUp'], from: 'web', output: build.sh('mvn test -f ../pom.xml', 'web'))

// A relative name is relative to the folder in which the build was started, in each module.
build.sh('mvn test -Dseed=3 -Dseed.report=seeds.jsonl -Dmaven.test.failure.ignore')
assert new File(basedir, 'seeds.jsonl').text.contains('sumsUp')
def last = build.sh('mvn test -Dseed=last -Dseed.memory=seeds.jsonl')
assert last.contains('sumsUp') && last.contains('the remembered failing seed still fails')
assert last.contains('BUILD FAILURE')
def mistyped = build.sh('mvn test -Dseed=last -Dseed.memory=seed.jsonl')
assert mistyped.contains('seed.memory=seed.jsonl names no file or folder')
assert mistyped.contains('BUILD FAILURE')
