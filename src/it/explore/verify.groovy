import groovy.xml.XmlSlurper

def build = evaluate(new File(support, 'Build.groovy'))

def explore = { String tests, String options -> build.sh("mvn test -Dtest='$tests' $options") }
def counts = { String type ->
    def suite = new XmlSlurper().parse(new File(basedir, "target/surefire-reports/TEST-com.acme.${type}.xml"))
    [suite.@tests, suite.@failures, suite.testcase.size()]*.toString()*.toInteger()
}

// Find, and replay alone.
def found = explore('RareTest', '-Dseed.runs=2000')
assert (found =~ /RareTest\.failsForOneSeedInTwenty\(Random\): failed in run (\d+)/)[0][1].toInteger() < 500
assert found.contains('Tests run: 1, Failures: 1, Errors: 0, Skipped: 0')
assert counts('RareTest') == [1, 1, 1]
build.replays(['failsForOneSeedInTwenty'], output: found)

// Shrink, and replay the simplest run alone, by its line and by its pin.
def shrunk = explore('RareTest', '-Dseed=1 -Dseed.runs=2000 -Dseed.shrink=true')
assert (shrunk =~ /ran with seed \d+, shrunk to a simpler value in \d+ runs?/)
assert shrunk.contains('drew 0 ==> expected: <true> but was: <false>')
assert shrunk.contains('draws   nextInt(1000) = 0 at RareTest.java:')
build.replays(['failsForOneSeedInTwenty'], output: shrunk)

// Measure.
def measured = explore('RareTest', '-Dseed=1 -Dseed.runs=2000 -Dseed.keepGoing=true')
def interval = (measured =~ /: 2,000 runs, \d+ failed: .* \(95 % interval: ([\d.]+) % to ([\d.]+) %\)/)[0]
assert interval[1].toDouble() < 5 && 5 < interval[2].toDouble()
assert counts('RareTest') == [1, 1, 1]

// Several JVMs find what one finds, and none is left.
def summary = { String output -> output.findAll(/(?m)^(?:Seeded: com\.acme\.RareTest\..*|  +\d+ × .*|    run seeds .*)$/) }
def sideBySide = explore('RareTest', '-Dseed=1 -Dseed.runs=2000 -Dseed.keepGoing=true -Dseed.jobs=3')
assert summary(measured).size() == 3
assert summary(sideBySide) == summary(measured)
def ending = explore('ExitTest', '-Dseed=1 -Dseed.runs=500 -Dseed.jobs=2')
assert ending.contains('The forked VM terminated')
explore('ExitTest', '-Dseed=last')

// Judge.
def checked = explore('WordsTest', '-Dseed.check=true')
assert !checked.contains('goes on without a second JVM')
assert counts('WordsTest') == [4, 3, 4]
assert checked.contains('WordsTest.drawsForEachWord(Random) passed in two JVMs with the same run seed')
def verdicts = (checked =~ /WordsTest\.(\w+)\(Random\) ran with .*(?:\n    (?:replay|try   |reason).*)*\n    verdict ([\w %]+):/).collect { it[1..2] }
assert verdicts.contains(['failsOnce', 'depends on what ran before'])
// A busy machine has time for fewer seeds.
assert verdicts.find { it[0] == 'failsWithEverySeed' }[1] in ['fails with every seed', 'fails with at least 95 % of the seeds']
assert verdicts.size() == 2
def again = build.sh((checked =~ /replay  (.* -Dseed\.check=true)/)[0][1])
assert again.contains('WordsTest.drawsForEachWord(Random) passed in two JVMs with the same run seed')

// Seeds of four forks that fail at the same time, in the next build.
def failures = { String output -> output.findAll(/expected: <0> but was: <-?\d+>/) as Set }
def forks = '-DforkCount=4 -DreuseForks=false'
def first = explore('Fork?Test', forks)
assert failures(first).size() == 4
def last = explore('Fork?Test', "$forks -Dseed=last")
assert last.count('the remembered failing seed still fails') == 4
assert failures(last) == failures(first)

// What fails only after an earlier run is told apart, and the rate is that of fresh state.
def state = explore('StateTest', '-Dseed=1 -Dseed.runs=500 -Dseed.keepGoing=true')
assert state.contains('Seeded: com.acme.StateTest keeps state from run to run (for example in the static field poisoned of com.acme.StateTest)')
def rate = (state =~ /500 runs, \d+ failed: .* \(95 % interval: ([\d.]+) % to ([\d.]+) %\)/)[0]
assert rate[1].toDouble() < 5 && 5 < rate[2].toDouble()
assert explore('StateTest', '-Dseed=last').contains('all 10 remembered failing seeds still fail')

// A run that hangs is ended, and one that ends the JVM has its seed kept.
def hung = explore('HangTest', '-Dseed.runs=500 -Dseed.timeout=3s')
assert hung.contains('java.util.concurrent.TimeoutException: it ran longer than 3 s, the limit that seed.timeout sets')
def hang = (hung =~ /replay  (.*)/)[0][1]
assert build.sh("$hang -Dseed.runs=1 -Dseed.timeout=3s").contains('TimeoutException')
explore('ExitTest', '-Dseed.runs=500')
def ended = explore('ExitTest', '-Dseed=last')
assert ended.contains('Seeded: an earlier JVM ended while com.acme.ExitTest.endsTheJvmForOneSeedInTwenty(Random) ran with run seed ')
assert ended.contains('The forked VM terminated')

// Tests whose order comes from the seed are explored without any annotation; what no seed decides over is said.
def plain = explore('PlainTest*', '-Dseed.runs=20')
assert (plain =~ /InSeededOrder\.startsEmpty\(\): failed in run \d+/)
assert plain.contains('Seeded: 1 test uses no seed: -Dseed.runs=20 does not apply')
assert plain.contains("replay  mvn test -Dtest='com.acme.PlainTest")

// What is selected is explored, and nothing else.
assert explore('KindsTest#plain+repeated', '-Dseed.runs=20').contains('Seeded: 2 tests never failed, in 20 runs each: ')
assert explore('KindsTest', '-Dgroups=slow -Dseed.runs=20').count('20 runs, none failed') == 1
assert explore('KindsTest*', '-Dseed.runs=20').contains('Seeded: 5 tests never failed, in 20 runs each: ')
def sizes = explore('SizesTest', '-Dseed.runs=20')
assert sizes.contains('com.acme.SizesTest.draws(Random): 20 runs, none failed')
assert counts('SizesTest') == [1, 0, 1]

// A retry runs what failed, and explores nothing again.
def retried = explore('RareTest', '-Dseed.runs=2000 -Dsurefire.rerunFailingTestsCount=1')
assert retried.findAll(/failed in run \d+/).size() == 1
assert retried.contains('RareTest.failsForOneSeedInTwenty(Random): the remembered failing seed still fails')
assert retried.contains('Tests run: 1, Failures: 1, Errors: 0, Skipped: 0')

// A suite's tests are explored as well.
def suite = explore('RareSuite', '-Dseed.runs=2000')
assert suite.count('RareTest.failsForOneSeedInTwenty(Random): failed in run ') == 1
