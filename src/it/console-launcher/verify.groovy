def build = evaluate(new File(support, 'Build.groovy'))

def lib = 'target/dependency'
def output = build.sh("java -jar $lib/junit-platform-console-standalone.jar execute"
        + " --class-path target/test-classes:$lib/seeded.jar:$lib/jspecify.jar --scan-class-path")

build.replays(['drawsZero', 'nested'], output: output, compile: 'mvn test-compile')
