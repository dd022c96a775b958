def build = evaluate(new File(support, 'Build.groovy'))

// What the guide's script has Gradle add to the options of the JVM.
def script = new File(basedir, 'seeded.gradle')
script.text = (new File(support, '../../docs/ci.md').text =~ /(?s)```groovy\n(.*?)```/)[0][1]
def jar = new File(basedir, 'target/dependency').listFiles().find { it.name.startsWith('seeded-') }
def options = { given ->
    build.sh("java $given --add-opens java.base/java.lang=ALL-UNNAMED -cp 'target/classes:$localRepositoryPath/dev/gradleplugins/gradle-api/8.5/gradle-api-8.5.jar:target/dependency/*'"
            + " com.acme.gradle.TestOptions . $script $jar").readLines()
}
def added = ['-Dseed=42', '-Dseed.runs=20', "-javaagent:$jar".toString()]
def usual = options('-Dseed=42 -Dseed.runs=20')
assert usual.containsAll(added)

// Starts the JVM of a worker as Gradle does: in the folder of the project, with these options.
new File(basedir, 'settings.gradle.kts').text = ''
new File(basedir, 'core').mkdirs()
def gradlew = new File(basedir, 'gradlew')
gradlew.text = """#!/bin/sh
task=\${1##*:}
case \$1 in :*:*) cd "\$(echo "\${1%:*}" | sed 's/^://; s|:|/|g')" ;; esac
work=\$PWD/build/tmp/\$task/work; mkdir -p "\$work"
[ "\$2" = --tests ] && tests=\$3
exec java -Dorg.gradle.internal.worker.tmpdir="\$work" ${(usual - added).join(' ')} \\
  -cp '$basedir/target/worker.jar:$basedir/target/test-classes:$basedir/target/dependency/*' \\
  com.acme.gradle.Task '$basedir/target/test-classes' \${tests+"\$tests"}
"""
gradlew.executable = true

// A fresh seed, and what it fails, each of which comes back alone.
def output = build.sh("./gradlew :core:integrationTest --tests 'com.acme.*' --rerun")
def seed = (output =~ /Seeded: run seed (\d+) \(fresh\); replay with JUNIT_SEED=\1\n/)[0][1]
def failed = build.notes(output)
def line = { filter -> "JUNIT_SEED=$seed ./gradlew :core:integrationTest --tests '$filter' --rerun".toString() }
assert failed*.replay as Set == ['DrawTest.drawsZero', 'DrawTest.withArgument', 'DrawTest$Inner.nested', 'KeptTest'].collect { line("com.acme.$it") } as Set
failed.each { note ->
    def again = build.sh(note.replay)
    assert again.contains("Seeded: run seed $seed (from environment variable JUNIT_SEED)")
    assert build.notes(again)*.titleAndFailure == [note.titleAndFailure]
    assert again.contains("Seeded: 1 seeded test failed:\n")
}

// What is not ASCII is a wildcard to Gradle's filter.
def umlaut = build.sh("JUNIT_SEED=42 ./gradlew test --tests org.acme.UmlautTest --rerun")
def replay = "JUNIT_SEED=42 ./gradlew test --tests 'org.acme.UmlautTest.pr*ft' --rerun"
assert umlaut.contains("  replay  $replay\n")
assert build.notes(build.sh(replay))*.failure == build.notes(umlaut)*.failure

// The memory of the project, and exploring.
assert build.sh('JUNIT_SEED=last ./gradlew :core:test --rerun')
        .contains('com.acme.DrawTest.drawsZero(Random): the remembered failing seed still fails')
assert build.sh("JUNIT_SEED_RUNS=20 ./gradlew test --tests 'com.acme.DrawTest.passes' --rerun")
        .contains('Seeded: com.acme.DrawTest.passes(Random): 20 runs, none failed')
true
