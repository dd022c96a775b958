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
assert (shrunk =~ /ran with seed \d+, with edge cases, shrunk (from \d+ draws to 1|to a simpler value) in \d+ runs?/)
assert shrunk.contains('draws   nextInt() = -2147483648 at AbsoluteTest.java:')
build.replays(['isNotNegative'], output: shrunk)

// Pinned, without the setting.
def source = new File(basedir, 'src/test/java/com/acme/AbsoluteTest.java')
def unpinned = source.text
source.text = unpinned.replace('@Test', "@Test\n    ${build.notes(shrunk)[0].pin}")
assert run('').contains('the absolute value of -2147483648 ==> expected: <true> but was: <false>')

// The next build runs what has failed.
assert run('-Dseed=last').contains('that it failed with')

// All of it with the newest JUnit, on the newest JDK.
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace('5.12.2', '6.1.0')
source.text = unpinned
def home = build.sh(new File(support, '../../../.ci/jdks').canonicalPath).readLines().last()
def onNewest = { String command -> build.sh("export JAVA_HOME='$home'; $command") }
found = onNewest('mvn test -Dtest=AbsoluteTest -Dseed.runs=2000 -Dseed.edgeCases=true -Dseed.shrink=true')
assert (found =~ /AbsoluteTest\.isNotNegative\(Random\): failed in run [\d,]+, with edge cases/)
def note = build.notes(found)[0]
assert note.title == 'com.acme.AbsoluteTest.isNotNegative(Random)'
assert build.notes(onNewest(note.replay))*.failure == [note.failure]
source.text = unpinned.replace('@Test', "@Test\n    $note.pin")
assert onNewest('mvn test -Dtest=AbsoluteTest').contains(note.failure)
