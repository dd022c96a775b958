def build = evaluate(new File(support, 'Build.groovy'))

// Failures that the order or a kept generator decides come back with the whole class.
build.replays(['startsEmpty', 'first', 'second'])
assert build.console.contains("mvn test -Dtest='com.acme.OrderedTest' -Dseed=2")
assert build.console.contains("mvn test -Dtest='com.acme.KeptTest' -Dseed=2")
assert !build.sh("mvn test -Dtest='com.acme.OrderedTest' -Dseed=3").contains('FAILURE!')

// A test that no extension of ours is on is listed at the end, and remembered.
def listed = (build.console =~ /(?m)^  com\.acme\.PlainOrderedTest\.failsWithoutOurExtension\(\) ran with seed 2\n    replay  (.*)$/)[0][1]
assert listed == "mvn test -Dtest='com.acme.PlainOrderedTest' -Dseed=2"
assert build.sh(listed).contains('java.lang.IllegalStateException: plain')
assert new File(basedir, 'target/seeded/failed-seeds.jsonl').text.contains('PlainOrderedTest')

// A test that another one pollutes comes back with that, however Surefire shares out the classes.
def bisected = build.sh("mvn test -Dtest='LoginTest,VisitorTest' -Dsurefire.runOrder=alphabetical -Dseed.bisect=true")
assert bisected.contains('com.acme.VisitorTest.isNobody() fails after com.acme.LoginTest.logsIn(), passes without it (')
def after = (bisected =~ /(?m)^    replay  (.*)$/)[0][1]
assert after == "mvn test -Dtest='com.acme.VisitorTest#isNobody' -Dseed.after='com.acme.LoginTest#logsIn'"
assert build.sh("$after -DforkCount=2").contains('expected: <> but was: <Ada>')
assert !build.sh("mvn test -Dtest='com.acme.VisitorTest#isNobody'").contains('FAILURE!')
