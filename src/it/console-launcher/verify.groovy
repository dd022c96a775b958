def build = evaluate(new File(support, 'Build.groovy'))

def lib = 'target/dependency'
def launch = ("java -jar $lib/junit-platform-console-standalone.jar execute"
        + " --class-path target/test-classes:$lib/seeded.jar:$lib/jspecify.jar")
def output = build.sh("$launch --scan-class-path")

// A test of a class that keeps a generator comes back with its class.
assert output.contains("--select 'uid:[engine:junit-jupiter]/[class:com.acme.KeptTest]' --config seed=")
build.replays(['drawsZero', 'nested', 'failsWithWhatIsLeft'], output: output, compile: 'mvn test-compile')

assert build.sh("$launch --scan-class-path --config seed.runs=20").contains('Seeded: 2 tests never failed, in 20 runs each: ')
// Verdicts on the tests that fail would take a minute.
assert build.sh("$launch --select-method 'com.acme.DrawTest#drawsForEachWord(java.util.Random)' --config seed.check=true")
        .contains('DrawTest.drawsForEachWord(Random) passed in two JVMs with the same run seed')
