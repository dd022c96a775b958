def build = evaluate(new File(support, 'Build.groovy'))

def bin = new File(basedir, 'target/ant/bin')
bin.mkdirs()
def ant = new File(bin, 'ant')
// As Ant's own script does.
ant.text = "#!/bin/sh\nexec java -Dant.home='$basedir/target/ant' -cp '$basedir/target/ant/lib/ant-launcher.jar'" +
        ' org.apache.tools.ant.launch.Launcher -cp "$CLASSPATH" "$@"\n'
ant.executable = true
new File(basedir, 'parts.xml') << new File(basedir, 'build.xml').text

def paste = { command -> build.sh("PATH='$bin':\"\$PATH\"; $command") }
def drawn = { output -> (output =~ /expected: &lt;0&gt; but was: &lt;(-?\d+)&gt;/)[0][1] }
[
        'ant -f parts.xml -Dpassword=secret compile test': 'ant -f parts.xml compile test',
        'ant test-in-a-fork': 'ant test-in-a-fork'
].each { typed, repeated ->
    def failed = paste(typed)
    def report = new File(basedir, 'build/TEST-com.acme.DrawTest.xml')
    def replay = (report.text =~ /replay  (.*)/)[0][1]
    assert replay ==~ /JUNIT_SEED=\d+ $repeated/
    assert failed.contains("    replay  $replay\n")
    def first = drawn(report.text)
    report.delete()

    assert paste(replay) =~ /Seeded: run seed \d+ \(from environment variable JUNIT_SEED\)/
    assert drawn(report.text) == first
}

// A fresh JVM finds the classes that Ant's class loader has; a command that selects no test replays no draws.
assert paste('JUNIT_SEED=42 JUNIT_SEED_SHRINK=30s ant') =~
        /ran with seed 42, shrunk to a simpler value in \d+ runs\n.* {4}replay  JUNIT_SEED=42 ant\n/
true
