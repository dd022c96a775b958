def build = evaluate(new File(support, 'Build.groovy'))

def run = { String options -> build.sh("mvn test -Dtest=AbsoluteTest $options") }

// Found, and replayed by its line.
def found = run('-Dseed.runs=2000 -Dseed.edgeCases=true')
assert (found =~ /AbsoluteTest\.isNotNegative\(Random\): failed in run [\d,]+, with edge cases/)
assert build.notes(found)*.replay.every { it.contains(' -Dseed.edgeCases=true') }
assert build.notes(found)*.pin == [null]
build.replays(['isNotNegative'], output: found)

// Shrunk.
def shrunk = run('-Dseed.runs=2000 -Dseed.edgeCases=true -Dseed.shrink=true')
assert (shrunk =~ /ran with seed \d+, with edge cases, shrunk from \d+ draws? to 1 in \d+ runs?/)
assert shrunk.contains('draws   nextInt() = -2147483648 at AbsoluteTest.java:')
build.replays(['isNotNegative'], output: shrunk)

// Pinned, without the setting.
def source = new File(basedir, 'src/test/java/com/acme/AbsoluteTest.java')
source.text = source.text.replace('@Test', "@Test\n    ${build.notes(shrunk)[0].pin}")
assert run('').contains('the absolute value of -2147483648 ==> expected: <true> but was: <false>')

// The next build runs what has failed.
assert run('-Dseed=last').contains('that it failed with')
