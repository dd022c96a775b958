def build = evaluate(new File(support, 'Build.groovy'))

def lib = 'target/dependency'
def launch = ("java -jar $lib/junit-platform-console-standalone.jar execute"
        + " --class-path target/test-classes:$lib/seeded.jar:$lib/jspecify.jar --scan-class-path")
def output = build.sh(launch)

build.replays(['drawsZero', 'nested'], output: output, compile: 'mvn test-compile')

assert build.sh("$launch --config seed.runs=20").contains('DrawTest.drawsForEachWord(Random): 20 runs, none failed')
assert build.sh("$launch --config seed.check=true")
        .contains('DrawTest.drawsForEachWord(Random) passed in two JVMs with the same run seed')
