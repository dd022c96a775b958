def build = evaluate(new File(support, 'Build.groovy'))

def bin = new File(basedir, 'target/bin')
bin.mkdirs()
def sbt = new File(bin, 'sbt')
sbt.text = "#!/bin/sh\nexec java -jar '$basedir/target/sbt-launch.jar' \"\$@\" </dev/null\n"
sbt.executable = true
def paste = { command -> build.sh("PATH='$bin':\"\$PATH\"; $command") }

def output = paste('sbt test')
if (!output.contains('Test run started')) {
    println "sbt cannot be had here, so its replay line is not pasted: ${output.readLines().last()}"
    return true
}
['in its own JVM': '', 'in a fork': " 'set Test / fork := true'"].each { where, first ->
    def failed = first ? paste("sbt$first test") : output
    def drawn = (failed =~ /expected: <0> but was: <(-?\d+)>/)[0][1]
    def replay = (failed =~ /replay  (JUNIT_SEED=\d+ sbt 'testOnly com\.acme\.DrawTest')/)[0][1]
    def again = paste(first ? replay.replace('sbt ', "sbt$first ") : replay)
    assert again.contains("expected: <0> but was: <$drawn>") : where
}
true
