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

// Measure.
def measured = explore('RareTest', '-Dseed=1 -Dseed.runs=2000 -Dseed.keepGoing=true')
def interval = (measured =~ /: 2,000 runs, \d+ failed: .* \(95 % interval: ([\d.]+) % to ([\d.]+) %\)/)[0]
assert interval[1].toDouble() < 5 && 5 < interval[2].toDouble()
assert counts('RareTest') == [1, 1, 1]

// Judge.
def checked = explore('WordsTest', '-Dseed.check=true')
assert !checked.contains('goes on without a second JVM')
assert counts('WordsTest') == [4, 3, 4]
assert checked.contains('WordsTest.drawsForEachWord(Random) passed in two JVMs with the same run seed')
def verdicts = (checked =~ /WordsTest\.(\w+)\(Random\) ran with .*\n    replay.*\n    verdict ([\w ]+):/).collect { it[1..2] }
assert verdicts as Set == [
        ['failsOnce', 'depends on what ran before'], ['failsWithEverySeed', 'fails with every seed']] as Set
def again = build.sh((checked =~ /replay  (.* -Dseed\.check=true)/)[0][1])
assert again.contains('WordsTest.drawsForEachWord(Random) passed in two JVMs with the same run seed')

// Seeds of four forks that fail at the same time, in the next build.
def failures = { String output -> output.findAll(/expected: <0> but was: <-?\d+>/) as Set }
def forks = '-DforkCount=4 -DreuseForks=false'
def first = explore('Fork?Test', forks)
assert failures(first).size() == 4
def last = explore('Fork?Test', "$forks -Dseed=last")
assert last.count('1 of 1 seed that it failed with fails again') == 4
assert failures(last) == failures(first)

// What is selected is explored, and nothing else.
assert explore('KindsTest#plain+repeated', '-Dseed.runs=20').contains('Seeded: 2 tests never failed, in 20 runs each: ')
assert explore('KindsTest', '-Dgroups=slow -Dseed.runs=20').count('20 runs, none failed') == 1
assert explore('KindsTest*', '-Dseed.runs=20').contains('Seeded: 5 tests never failed, in 20 runs each: ')
def sizes = explore('SizesTest', '-Dseed.runs=20')
assert sizes.contains('com.acme.SizesTest.draws(Random): 20 runs, none failed')
assert counts('SizesTest') == [1, 0, 1]

// A retry explores again, with the same seeds.
def retried = explore('RareTest', '-Dseed.runs=2000 -Dsurefire.rerunFailingTestsCount=1')
assert retried.findAll(/failed in run \d+/).toUnique().size() == 1
assert retried.contains('Tests run: 1, Failures: 1, Errors: 0, Skipped: 0')

// A suite's tests are explored as well.
def suite = explore('RareSuite', '-Dseed.runs=2000')
assert suite.count('RareTest.failsForOneSeedInTwenty(Random): failed in run ') == 1
